import { writeFileSync } from 'node:fs';
import { levelJson, levelLines } from '../../counts/reconciliation/level-json.ts';
import { statementPage } from '../../counts/reconciliation/statement-page.ts';
import { showLevel } from '../../counts/reconciliation/verbs/show-level.ts';
import { pageWords } from '../../counts/reconciliation/words-page.ts';
import { type CliCommand, UsageError } from '../command.ts';
import { cliWords as words } from '../words.ts';
import { reconciliationUsage } from '../words-reconciliation.ts';

export const reportReconciliation: CliCommand = {
  name: 'report reconciliation',
  usage: reconciliationUsage.usage,
  valued: ['level', 'out'],
  async run(house, { words: [year], options }) {
    if (!year) throw new UsageError(words.missingArgument('year'));
    const out = options['out'];
    if (out !== undefined && !out.endsWith('.html')) throw new UsageError(pageWords.badFormat);
    const level = options['level'] ?? reconciliationUsage.city;
    const { result } = await showLevel(house.ctx(), { year, level });
    if (out) writeFileSync(out, statementPage(result));
    const lines = levelLines(result);
    return { ok: true, lines: out ? [...lines, words.written(out)] : lines, json: levelJson(result) };
  },
};
