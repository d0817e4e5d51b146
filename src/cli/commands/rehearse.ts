import { countyOf } from '../../counts/lexicon.ts';
import { rehearsalLines } from '../../warnings/rehearsal/lines.ts';
import { rehearseRules } from '../../warnings/rehearsal/verbs/rehearse-rules.ts';
import { type CliCommand, UsageError } from '../command.ts';
import { cliWords as words } from '../words.ts';

/** What the rules would have told in a year; sends and stores nothing. */
export const rehearseCommand: CliCommand = {
  name: 'rehearse warnings',
  usage: words.usage.rehearse,
  valued: ['level', 'rules'],
  async run(house, { words: [year], options }) {
    if (!year) throw new UsageError(words.missingArgument('year'));
    if (!/^20\d{2}$/.test(year)) throw new UsageError(words.badYear(year));
    const level = options['level'] ?? words.cityLevel;
    const county = countyOf(level);
    if (county === undefined) throw new UsageError(words.badLevel(level));
    const { result } = await rehearseRules(house.ctx(), {
      county,
      year: Number(year),
      version: options['rules'] ?? '',
    });
    return { ok: true, lines: rehearsalLines(result), json: { ...result } };
  },
};
