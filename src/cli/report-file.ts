import type { Report } from '../counts/read-report.ts';
import { reportJson, reportLines } from '../counts/report-json.ts';
import type { Statistics } from '../counts/rules/statistics.ts';
import { writeWorkbook } from '../system/workbook/write.ts';
import { UsageError } from './command.ts';
import { cliWords as words } from './words.ts';
import { reportColumns, reportSheetName } from './words-report.ts';

/** Text to print or a workbook with figures as numbers; both end with the sentence of BR-06. */
export async function reportFile(report: Report, name: string): Promise<string | Uint8Array> {
  if (name.endsWith('.md')) return `${reportLines(report).join('\n\n')}\n`;
  if (!name.endsWith('.xlsx')) throw new UsageError(words.outFormat);
  const { footer, indicators } = reportJson(report) as {
    footer: string;
    indicators: { indicator: string; units: { name: string }[] }[];
  };
  const rows = report.indicators.flatMap((line, i) => {
    const title = indicators[i]?.indicator ?? '';
    return [
      row(reportColumns.total, title, line.statistics),
      ...line.units.map((unit) => row(unit.name, title, unit.statistics)),
    ];
  });
  const sheet = {
    name: reportSheetName(report.period),
    columns: reportColumns.titles.map((t) => ({ title: t })),
  };
  return writeWorkbook([sheet], () => [...rows, { [reportColumns.unit]: footer }]);
}

function row(unit: string, indicator: string, statistics: Statistics): Record<string, string | number> {
  const figures = reportColumns.figures.flatMap(([title, key]) => {
    const figure = statistics[key];
    const value = typeof figure === 'object' && figure !== null ? figure.value : figure;
    return typeof value === 'number' ? [[title, value] as const] : [];
  });
  return { [reportColumns.unit]: unit, [reportColumns.indicator]: indicator, ...Object.fromEntries(figures) };
}
