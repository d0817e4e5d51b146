import { type Day, isDay } from '../../kernel/day.ts';

/** 代办 孙文博, 代办 孙文博 到7月10日. Groups: name, and the last day if one was said. */
export const deputyPattern =
  /^代办[\s:：]+(\p{Script=Han}[\p{Script=Han}·]{1,14})(?:[\s，,]*(?:到|至)?\s*((?:\d{4}[-年/.])?\d{1,2}[-月/.]\d{1,2}[日号]?))?$/u;

/** The next such day from today on; undefined when it is none. */
export function lastDayNamed(text: string, today: Day): Day | undefined {
  const [, year, month = '', day = ''] =
    /^(?:(\d{4})[-年/.])?(\d{1,2})[-月/.](\d{1,2})[日号]?$/u.exec(text) ?? [];
  const inYear = (y: number) => `${y}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const years = year ? [Number(year)] : [Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1];
  return years.map(inYear).find((one) => isDay(one) && one >= today);
}
