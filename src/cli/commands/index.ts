import type { CliCommand } from '../command.ts';
import { migrate } from './migrate.ts';

/** One file per command. */
export const commands: readonly CliCommand[] = [migrate];
