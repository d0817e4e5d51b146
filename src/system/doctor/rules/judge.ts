import type { Facts, JobHealth, Level, Verdict } from './facts.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A heartbeat comes every minute; three missed ones mean that the server stands still. */
const HEARTBEAT_LATE_MS = 3 * MINUTE_MS;
/** The platform's signatures are refused when an hour old; a minute off is worth mending long before. */
const SKEW_MS = MINUTE_MS;
/** The longest holiday and the weekends around it. */
const CALLBACK_SILENT_MS = 10 * DAY_MS;
/** Messages and events that are due are handled within minutes. */
const BACKLOG_LATE_MS = HOUR_MS;
/** A failure of last week's is history: its slot is not run again. */
const TROUBLE_MS = 7 * DAY_MS;
/** One a day, and half a day for the machine to be switched on again. */
const BACKUP_OLD_MS = 36 * HOUR_MS;
/** A copy, the log beside the database and a day's growth must fit; below this even a small one is in danger. */
const DISK_FLOOR_BYTES = 500 * 1024 * 1024;
const DISK_FACTOR = 3;
/** Fewer are single people, who stand in 今日待办 of whoever can send again. */
const MANY_RECIPIENTS = 5;
const MANY_SHARE = 0.1;
/** The State Council announces the next year's holidays in November (domain 2.1). */
const CALENDAR_EXPECTED = '12-01';

/** Every check, in the order of a technician's questions: can it talk, is it heard, does it work, is the data safe. */
export function judge(facts: Facts): Verdict[] {
  const { health, platform, machine } = facts;
  return [
    ...(platform?.probes ?? []).map(({ name, ok }) => verdict(`platform.${name}`, ok ? 'ok' : 'grave')),
    ...(platform ? [verdict('clock', clockLevel(platform.skewMs))] : []),
    verdict('callback', callbackLevel(facts)),
    verdict('heartbeat', heartbeatLevel(facts)),
    verdict('calendar', calendarLevel(facts)),
    verdict('jobs', health.jobs.some((job) => isTroubled(job, facts.now)) ? 'grave' : 'ok'),
    verdict('backlog', backlogLevel(facts)),
    verdict('failed', failedLevel(facts)),
    // Whoever stopped it knows.
    verdict('stopped', health.stopped ? 'note' : 'ok'),
    ...(machine.disk ? [verdict('disk', diskLevel(machine.disk))] : []),
    ...(machine.backup ? [verdict('backup', backupLevel(machine.backup, facts.now))] : []),
  ];
}

function verdict(name: string, level: Level): Verdict {
  return { name, level };
}

function clockLevel(skewMs: number | undefined): Level {
  return skewMs === undefined || Math.abs(skewMs) < SKEW_MS ? 'ok' : 'grave';
}

/** Silence alone says nothing where nobody has been sent anything. */
function callbackLevel({ now, health: { lastCallback, sentSinceCallback } }: Facts): Level {
  if (lastCallback !== null && now - lastCallback < CALLBACK_SILENT_MS) return 'ok';
  if (sentSinceCallback) return 'grave';
  return lastCallback === null ? 'note' : 'ok';
}

/** Read from the running server it is always fresh, so it is for whoever asks from outside. */
function heartbeatLevel({ now, health: { lastHeartbeat } }: Facts): Level {
  return lastHeartbeat !== null && now - lastHeartbeat < HEARTBEAT_LATE_MS ? 'ok' : 'note';
}

/** From December on a card of its own reminds of it every week (`remind-calendar.ts`). */
function calendarLevel({ year, monthDay, health: { calendarGaps } }: Facts): Level {
  const missing = calendarGaps.some((gap) => gap <= year || monthDay >= CALENDAR_EXPECTED);
  return missing ? 'note' : 'ok';
}

/** A year without holidays has its own line. */
export function isTroubled({ trouble }: JobHealth, now: number): boolean {
  return trouble !== null && now - trouble.since < TROUBLE_MS && !trouble.reason.startsWith('calendar_gap');
}

function backlogLevel({ now, health }: Facts): Level {
  // What waits for a named reason (working hours, stopped) waits rightly.
  const late = health.waiting.some(
    ({ reason, oldest }) => reason === '' && oldest !== null && now - oldest > BACKLOG_LATE_MS,
  );
  const stuck = health.oldestClaim !== null && now - health.oldestClaim > BACKLOG_LATE_MS;
  return late || stuck ? 'grave' : 'ok';
}

function failedLevel({ health: { failed, failedRecipients } }: Facts): Level {
  const { day, reachedDay } = failedRecipients;
  if (day >= MANY_RECIPIENTS && day >= MANY_SHARE * (day + reachedDay)) return 'grave';
  return failed.length > 0 ? 'note' : 'ok';
}

function diskLevel({ freeBytes, databaseBytes }: { freeBytes: number; databaseBytes: number }): Level {
  return freeBytes < Math.max(DISK_FLOOR_BYTES, DISK_FACTOR * databaseBytes) ? 'grave' : 'ok';
}

function backupLevel({ newest, off }: { newest: number | null; off: boolean }, now: number): Level {
  if (off) return 'ok';
  return newest !== null && now - newest < BACKUP_OLD_MS ? 'ok' : 'grave';
}
