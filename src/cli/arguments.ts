import { type CliArgs, type CliCommand, UsageError } from './command.ts';
import { cliWords as words } from './words.ts';

/** Options may stand anywhere; `--json` belongs to every command. @throws UsageError */
export function readArguments(command: CliCommand, argv: readonly string[]): CliArgs {
  const args: CliArgs = { words: [], options: {} };
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i] ?? '';
    if (!arg.startsWith('--')) {
      args.words.push(arg);
      continue;
    }
    const [name = '', inline] = arg.slice(2).split(/=(.*)/s);
    if (name === 'json' || command.flags?.includes(name)) {
      args.options[name] = '';
    } else if (command.valued?.includes(name)) {
      const value = inline ?? argv[++i];
      if (value === undefined) throw new UsageError(words.optionNeedsValue(name));
      args.options[name] = value;
    } else {
      throw new UsageError(words.unknownOption(name));
    }
  }
  return args;
}

/** An ISO moment as ms UTC. @throws UsageError */
export function readMoment(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const moment = Date.parse(value);
  if (Number.isNaN(moment) || !/T.*(Z|[+-]\d\d:?\d\d)$/.test(value))
    throw new UsageError(words.badMoment(value));
  return moment;
}
