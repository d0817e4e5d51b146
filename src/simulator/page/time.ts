import { addDays, dayOf, timeOf, weekdayOf } from '../../kernel/day.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

export function weekdayName(day: string): string {
  return `周${WEEKDAYS[weekdayOf(day) - 1] ?? ''}`;
}

/** `6月22日`, with the year when it is not the current one. */
export function dateName(day: string, today: string): string {
  const [year, month, date] = day.split('-').map(Number);
  const short = `${month}月${date}日`;
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${year}年${short}`;
}

/** Between messages: `09:30`, `昨天 09:30`, `6月22日 周一 09:30`. */
export function stamp(at: number, now: number): string {
  const [day, today] = [dayOf(at), dayOf(now)];
  if (day === today) return timeOf(at);
  if (day === addDays(today, -1)) return `昨天 ${timeOf(at)}`;
  return `${dateName(day, today)} ${weekdayName(day)} ${timeOf(at)}`;
}

/** In the list of chats, where room is scarce. */
export function shortStamp(at: number, now: number): string {
  const [day, today] = [dayOf(at), dayOf(now)];
  if (day === today) return timeOf(at);
  return day === addDays(today, -1) ? '昨天' : dateName(day, today);
}
