import { listJobs } from '../../jobs/list-jobs.ts';
import { type RunOptions, runDue, runJob } from '../../jobs/run-due.ts';
import type { TickResult } from '../../jobs/tick.ts';
import { readMoment } from '../arguments.ts';
import { type CliArgs, type CliCommand, type CliHouse, type CliResult, UsageError } from '../command.ts';
import { isoShanghai, cliWords as words } from '../words.ts';

const RUN_OPTIONS = { valued: ['at'], flags: ['dry-run'] } as const;

export const jobsList: CliCommand = {
  name: 'jobs list',
  usage: '',
  async run({ runtime, features }) {
    const jobs = (await listJobs(runtime, features)).map((job) => ({
      ...job,
      schedule: words.schedule(job.schedule),
      nextAt: job.nextAt === null ? null : isoShanghai(job.nextAt),
    }));
    return { ok: true, lines: jobs.map(words.job), json: { jobs } };
  },
};

/** `jobs run due`, `jobs run <name>`. */
export const jobsRun: CliCommand = {
  name: 'jobs run',
  usage: 'due|<name> [--at <ISO>] [--dry-run]',
  ...RUN_OPTIONS,
  async run(house, args) {
    const [name] = args.words;
    if (!name) throw new UsageError(words.missingArgument('due|<name>'));
    const options = await runOptions(house, args);
    const result =
      name === 'due'
        ? await runDue(house.runtime, options)
        : await runJob(house.runtime, { ...options, name });
    return shown(result, options.dryRun === true);
  },
};

async function runOptions(house: CliHouse, { options }: CliArgs): Promise<RunOptions> {
  const dryRun = 'dry-run' in options;
  return {
    features: house.features,
    at: readMoment(options['at']),
    dryRun,
    // A rehearsal sends nothing, so it needs no credentials.
    messenger: dryRun
      ? { send: () => Promise.reject(new Error('dry run')) }
      : (await house.platform()).messenger,
  };
}

function shown({ at, ran, sent, held, failed }: TickResult, dryRun: boolean): CliResult {
  const json = { at: isoShanghai(at), ran, sent, held, failed };
  return { ok: true, lines: [words.ran(json, dryRun)], json };
}
