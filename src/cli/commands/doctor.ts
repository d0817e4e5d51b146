import { AppError, PlatformError } from '../../kernel/errors.ts';
import { readHealth } from '../../system/verbs/read-health.ts';
import type { CliCommand, CliHouse } from '../command.ts';
import { doctorWords as words } from '../words-doctor.ts';

interface Finding {
  name: string;
  ok: boolean;
  text: string;
}

/** Every line says what is well or what to do. Exit code 1 when something is wrong. */
export const doctor: CliCommand = {
  name: 'doctor',
  usage: '',
  async run(house) {
    const ctx = house.ctx();
    const health = await readHealth(ctx);
    const findings: Finding[] = [
      ...(await platformFindings(house)),
      // Opening the database has brought it up to date, or this command would have been refused.
      { name: 'migrations', ...words.migrations },
      { name: 'heartbeat', ...words.heartbeat(health.lastHeartbeat, ctx.now) },
      { name: 'calendar', ...words.calendar(health.calendarGaps) },
      { name: 'jobs', ...words.jobs(health.troubledRuns) },
      { name: 'backlog', ...words.backlog(health.waiting, health.unhandledClaims, ctx.now) },
      { name: 'failed', ...words.failed(health.failed) },
      { name: 'stopped', ...words.stopped(health.stopped) },
    ];
    const ok = findings.every((finding) => finding.ok);
    return { ok, lines: findings.map(words.line), json: { ok, findings } };
  },
};

async function platformFindings(house: CliHouse): Promise<Finding[]> {
  try {
    const { checkUp } = await house.platform();
    const { probes, bot } = await checkUp();
    return [
      ...probes.map((probe) => ({ name: `platform.${probe.name}`, ...words.probe(probe) })),
      { name: 'clock', ...words.clock(bot?.skewMs) },
    ];
  } catch (error) {
    if (error instanceof AppError) return [{ name: 'platform', ok: false, text: error.text }];
    if (error instanceof PlatformError) return [{ name: 'platform', ok: false, text: error.hint }];
    throw error;
  }
}
