import type { Feature } from '../chat/feature.ts';
import type { Messenger } from '../chat/message.ts';
import type { Ctx } from '../store/context.ts';
import type { Runtime } from '../store/runtime.ts';

/** What a command may use. Opening the database and reaching the platform happen on first use. */
export interface CliHouse {
  runtime: Runtime;
  features: readonly Feature[];
  databasePath: string;
  /** Where the server puts its daily copies; undefined when it makes none. */
  backupFolder: string | undefined;
  /** A context for the operator, as of `at` (ms UTC) when given. */
  ctx(at?: number): Ctx;
  platform(): Promise<CliPlatform>;
}

export interface CliPlatform {
  messenger: Messenger;
  /** Which of these open_ids the platform does not know. @throws PlatformError */
  unknownPeople(openIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Harmless calls that show what is missing. */
  checkUp(): Promise<{ probes: Probe[]; bot: { skewMs: number | undefined } | undefined }>;
}

export interface Probe {
  name: string;
  ok: boolean;
  hint: string;
}

export interface CliArgs {
  /** Words that are no options. */
  words: string[];
  /** `--as ou_x` → `{as: 'ou_x'}`, `--dry-run` → `{'dry-run': ''}`. */
  options: Record<string, string>;
}

export interface CliResult {
  /** False: refused with reasons, exit code 1. */
  ok: boolean;
  /** For people. */
  lines: string[];
  /** Printed as the last line with `--json`. */
  json: Record<string, unknown>;
}

export interface CliCommand {
  /** `ask`, `jobs list`: one or two words. */
  name: string;
  /** Arguments after the name, for the usage text. */
  usage: string;
  /** Options that take a value, and those that stand alone. */
  valued?: readonly string[];
  flags?: readonly string[];
  /** Works on files alone; the database is neither opened nor filled for it. */
  bare?: boolean;
  run(house: CliHouse, args: CliArgs): Promise<CliResult>;
}

/** Wrong usage: exit code 64 with the usage text. */
export class UsageError extends Error {
  constructor(readonly sentence: string) {
    super(sentence);
    this.name = 'UsageError';
  }
}
