import type { CliCommand } from '../command.ts';
import { ask } from './ask.ts';
import { backup, restore } from './backup.ts';
import { doctor } from './doctor.ts';
import { evaluation } from './eval.ts';
import { explain } from './explain.ts';
import { exportCommand } from './export.ts';
import { faqCheck } from './faq-check.ts';
import { importCommand } from './import.ts';
import { itemsImport } from './items-import.ts';
import { jobsList, jobsRun } from './jobs.ts';
import { migrate } from './migrate.ts';
import { rehearseCommand } from './rehearse.ts';
import { reports, reportVisits } from './report.ts';
import { reportClashes } from './report-clashes.ts';
import { reportReconciliation } from './report-reconciliation.ts';
import { train } from './train.ts';

/** One file per command. */
export const commands: readonly CliCommand[] = [
  migrate,
  importCommand,
  exportCommand,
  itemsImport,
  ask,
  jobsList,
  jobsRun,
  ...reports,
  reportVisits,
  reportClashes,
  reportReconciliation,
  explain,
  rehearseCommand,
  faqCheck,
  evaluation,
  train,
  doctor,
  backup,
  restore,
];
