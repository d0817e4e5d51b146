import { findClashes } from '../../filings/verbs/find-clashes.ts';
import { isDay } from '../../kernel/day.ts';
import { type CliCommand, UsageError } from '../command.ts';
import { cliWords as words } from '../words.ts';
import { clashWords } from '../words-clashes.ts';

export const reportClashes: CliCommand = {
  name: 'report clashes',
  usage: '<from> <to>',
  async run(house, { words: [from, to] }) {
    if (!from || !to) throw new UsageError(words.missingArgument('from to'));
    for (const day of [from, to]) if (!isDay(day)) throw new UsageError(words.badDay(day));
    if (to < from) throw new UsageError(words.daysTurned);
    const { result } = await findClashes(house.ctx(), { from, to });
    const lines = [...result.clashes.map(clashWords.clash), ...result.merges.map(clashWords.merge)];
    return { ok: true, lines: lines.length > 0 ? lines : [clashWords.none], json: { ...result } };
  },
};
