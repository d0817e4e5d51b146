import { explainLines } from '../../warnings/explain-lines.ts';
import { explainWarning } from '../../warnings/verbs/explain-warning.ts';
import { type CliCommand, UsageError } from '../command.ts';
import { cliWords as words } from '../words.ts';

export const explain: CliCommand = {
  name: 'explain warning',
  usage: words.usage.explain,
  async run(house, { words: [scope, indicator, month] }) {
    if (!scope || !indicator || !month) throw new UsageError(words.missingArgument('scope indicator month'));
    const { result } = await explainWarning(house.ctx(), { scope, indicator, month });
    return { ok: true, lines: explainLines(result), json: { ...result } };
  },
};
