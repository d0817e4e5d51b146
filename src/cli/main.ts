import { AppError, PlatformError } from '../kernel/errors.ts';
import { StartRefused } from '../main/start-refused.ts';
import { readArguments } from './arguments.ts';
import { type CliCommand, UsageError } from './command.ts';
import { commands } from './commands/index.ts';
import { openHouse } from './house.ts';
import { cliWords as words } from './words.ts';

/** Runs one command; returns the exit code: 0 done, 1 refused with reasons, 64 wrong usage, else as the start's. */
export async function runCli(
  argv: readonly string[],
  environment: Record<string, string | undefined>,
): Promise<number> {
  const found = findCommand(argv);
  if (!found) return usage(words.unknownCommand(argv[0] ?? ''));
  const { command, rest } = found;
  try {
    const args = readArguments(command, rest);
    const house = openHouse(environment);
    try {
      if (!command.bare) await house.prepare();
      const result = await command.run(house, args);
      for (const line of result.lines) console.log(line);
      if ('json' in args.options) console.log(JSON.stringify(result.json));
      return result.ok ? 0 : 1;
    } finally {
      house.close();
    }
  } catch (error) {
    return explain(error, rest.includes('--json'));
  }
}

function findCommand(argv: readonly string[]): { command: CliCommand; rest: string[] } | undefined {
  for (const length of [2, 1]) {
    const name = argv.slice(0, length).join(' ');
    const command = commands.find((candidate) => candidate.name === name);
    if (command) return { command, rest: argv.slice(length) };
  }
  return undefined;
}

function usage(sentence: string): number {
  console.error([sentence, words.usageTitle, ...commands.map((c) => `  ${c.name} ${c.usage}`)].join('\n'));
  return 64;
}

function explain(error: unknown, json: boolean): number {
  if (error instanceof UsageError) return usage(error.sentence);
  const [sentence, code] =
    error instanceof StartRefused
      ? [error.sentence, error.exitCode]
      : error instanceof AppError
        ? [error.text, 1]
        : error instanceof PlatformError
          ? [words.platformAway(error.hint), 1]
          : [undefined, 70];
  if (sentence === undefined) throw error;
  console.error(sentence);
  if (json) console.log(JSON.stringify({ ok: false, reason: sentence }));
  return code;
}
