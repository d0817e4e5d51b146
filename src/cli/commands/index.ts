import type { CliCommand } from '../command.ts';
import { backup, restore } from './backup.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { migrate } from './migrate.ts';

/** One file per command. */
export const commands: readonly CliCommand[] = [migrate, importCommand, exportCommand, backup, restore];
