import type { Sheet } from '../../chat/sheet.ts';
import { addMonths, yearOf } from '../../kernel/period.ts';
import { findUnits } from '../../people/repo.ts';
import { unitSheet } from '../../people/sheets-units.ts';
import type { Ctx } from '../../store/context.ts';
import type { Report } from '../read-report.ts';
import { countingRuleSheet } from '../sheets/counting-rules.ts';
import { historySheet } from '../sheets/history.ts';
import { planSheet } from '../sheets/plans.ts';
import { reportingSheet } from '../sheets/reporting.ts';
import { dataColumns as c } from './sheet-data.ts';

export interface DataSheet {
  sheet: Sheet;
  rows: Record<string, string | number>[];
}

/** The figures behind a report, in the sheets of the workbook: whoever imports them gets the same report. */
export async function dataSheetsOf(ctx: Ctx, { county, asOf }: Report): Promise<DataSheet[]> {
  const codes = new Set(
    (await findUnits(ctx.db)).filter((unit) => unit.county === county).map((unit) => unit.code),
  );
  const since = addMonths(`${yearOf(asOf)}-01`, -12);
  const owned = (column: string) => (row: DataSheet['rows'][number]) => codes.has(String(row[column]));
  const dump = async (sheet: Sheet, keeps: (row: DataSheet['rows'][number]) => boolean) => ({
    sheet,
    rows: (await sheet.dump(ctx)).filter(keeps),
  });
  const sheets = [
    await dump(unitSheet, owned(c.code)),
    await dump(reportingSheet, owned(c.unit)),
    await dump(planSheet, (row) => owned(c.unit)(row) && row[c.year] === yearOf(asOf)),
    await dump(historySheet, (row) => {
      const month = String(row[c.month]);
      return owned(c.unit)(row) && month >= since && month <= asOf;
    }),
    await dump(countingRuleSheet, () => true),
  ];
  return sheets.filter(({ rows }) => rows.length > 0);
}
