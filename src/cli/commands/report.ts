import { writeFileSync } from 'node:fs';
import { reportJson, reportLines } from '../../counts/report-json.ts';
import { type ReportKind, showReport } from '../../counts/verbs/show-report.ts';
import { isHalf } from '../../kernel/period.ts';
import { showCoverage } from '../../visits/verbs/show-coverage.ts';
import { type CliCommand, UsageError } from '../command.ts';
import { reportFile } from '../report-file.ts';
import { cliWords as words } from '../words.ts';

function statistics(kind: ReportKind): CliCommand {
  return {
    name: `report ${kind}`,
    usage: words.usage.report,
    valued: ['level', 'out'],
    async run(house, { words: [period], options }) {
      if (!period) throw new UsageError(words.missingArgument('period'));
      const level = options['level'];
      const { result } = await showReport(house.ctx(), { kind, period, ...(level ? { level } : {}) });
      const out = options['out'];
      const lines = reportLines(result);
      if (out) writeFileSync(out, await reportFile(house.ctx(), result, out));
      return { ok: true, lines: out ? [...lines, words.written(out)] : lines, json: reportJson(result) };
    },
  };
}

export const reports: readonly CliCommand[] = (['month', 'quarter', 'half', 'year'] as const).map(statistics);

export const reportVisits: CliCommand = {
  name: 'report visits',
  usage: '<YYYY-H1|YYYY-H2>',
  async run(house, { words: [half] }) {
    if (!half || !isHalf(half)) throw new UsageError(words.badPeriod(half ?? ''));
    const { result } = await showCoverage(house.ctx(), { half });
    const lines = [...result.groups.map(words.visitGroup), words.visitTotal(result.total)];
    return { ok: true, lines, json: { ...result } };
  },
};
