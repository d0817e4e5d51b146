/** A business day in Shanghai, `YYYY-MM-DD`. */
export type Day = string;

/** Shanghai has had no daylight saving time since 1991, so a fixed offset is exact for every date we handle. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

export function dayOf(instant: number): Day {
  return new Date(instant + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** Shanghai wall-clock time, `HH:MM`. */
export function timeOf(instant: number): string {
  return new Date(instant + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant (ms UTC) of `HH:MM` on a Shanghai day. */
export function instantAt(day: Day, time: string): number {
  return Date.parse(`${day}T${time}:00Z`) - SHANGHAI_OFFSET_MS;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** True for a real calendar date written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && addDaysSafe(text) === text;
}

function addDaysSafe(text: string): string | undefined {
  const parsed = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(parsed) ? undefined : new Date(parsed).toISOString().slice(0, 10);
}
