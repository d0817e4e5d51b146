import { z } from 'zod';
import type { Calendar } from '../kernel/calendar.ts';
import { addDays, type Day, dayOf, instantAt, timeOf } from '../kernel/day.ts';
import { AppError, CalendarGap } from '../kernel/errors.ts';
import { addMonths, type Month, monthOf } from '../kernel/period.ts';
import type { ClockState, Jump } from './wire.ts';

/** A quarter of an hour after the morning's jobs, so that what they queued has gone out (BR-16: not before 8:30). */
const MONTH_CARD_TIME = '09:30';

const FURTHEST_MINUTES = 366 * 24 * 60;

export const clockBody = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true, local: true }) }),
  z.strictObject({ advanceMinutes: z.number().int().min(1).max(FURTHEST_MINUTES) }),
]);

export const CLOCK_HELP =
  '时间看不懂。请写 {"now":"2026-07-01T09:04:00+08:00"}，或 {"advanceMinutes":60}（1 分钟到 366 天）。';

/** The instant asked for. @throws AppError when it lies before `now`: business time only moves forward. */
export function targetOf(body: z.infer<typeof clockBody>, now: number): number {
  if ('advanceMinutes' in body) return now + body.advanceMinutes * 60_000;
  const withOffset = /(Z|[+-]\d\d:?\d\d)$/.test(body.now) ? body.now : `${body.now}+08:00`;
  const target = Date.parse(withOffset);
  if (target < now) {
    throw new AppError(
      'invalid',
      `业务时间只能往前走：现在是 ${spoken(now)}，不能退回 ${spoken(target)}。要从头开始，请用 npm run demo -- --fresh 重新启动。`,
    );
  }
  return target;
}

export function clockState(now: number, calendar: Calendar): ClockState {
  const today = dayOf(now);
  const jumps: Jump[] = [
    { id: 'hour', label: '+1 小时', to: now + 3_600_000 },
    jump('workday', '下一工作日 9:00', () => nextWorkday(now, today, calendar)),
    jump('month-card', '到月末发卡日', () => nextMonthCard(now, monthOf(today), calendar)),
  ];
  const workday = known(() => calendar.isWorkday(today));
  return { now, ...(workday === undefined ? {} : { workday }), jumps };
}

function nextWorkday(now: number, today: Day, calendar: Calendar): number {
  const first = instantAt(calendar.onOrAfter(today), '09:00');
  return first > now ? first : instantAt(calendar.onOrAfter(addDays(today, 1)), '09:00');
}

function nextMonthCard(now: number, month: Month, calendar: Calendar): number {
  const first = instantAt(calendar.lastWorkday(month), MONTH_CARD_TIME);
  return first > now ? first : instantAt(calendar.lastWorkday(addMonths(month, 1)), MONTH_CARD_TIME);
}

function jump(id: Jump['id'], label: string, find: () => number): Jump {
  try {
    return { id, label, to: find() };
  } catch (error) {
    if (!(error instanceof CalendarGap)) throw error;
    return { id, label, why: `${error.year} 年放假安排还没有导入，算不出工作日。` };
  }
}

function known<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof CalendarGap) return undefined;
    throw error;
  }
}

function spoken(instant: number): string {
  return `${dayOf(instant)} ${timeOf(instant)}`;
}
