import type { CliCommand } from '../command.ts';
import { ask } from './ask.ts';
import { backup, restore } from './backup.ts';
import { evaluation } from './eval.ts';
import { exportCommand } from './export.ts';
import { faqCheck } from './faq-check.ts';
import { importCommand } from './import.ts';
import { migrate } from './migrate.ts';

/** One file per command. */
export const commands: readonly CliCommand[] = [
  migrate,
  importCommand,
  exportCommand,
  backup,
  restore,
  ask,
  faqCheck,
  evaluation,
];
