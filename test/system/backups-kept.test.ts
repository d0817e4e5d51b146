import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/kernel/day.ts';
import { copyDay, copyName, KEPT, outdated } from '../../src/system/backups/rules/keep.ts';

function daily(from: string, days: number): string[] {
  const kept: string[] = [];
  for (let i = 0; i < days; i++) {
    kept.push(addDays(from, i));
    for (const day of outdated(kept)) kept.splice(kept.indexOf(day), 1);
  }
  return kept.sort();
}

describe('which copies are kept: 7 days, 4 weeks, 6 months', () => {
  it('after a year of daily copies', () => {
    expect(daily('2025-07-01', 365)).toEqual([
      // the last of each month
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      // the last of each week
      '2026-06-14',
      '2026-06-21',
      // the last seven days
      '2026-06-24',
      '2026-06-25',
      '2026-06-26',
      '2026-06-27',
      '2026-06-28',
      '2026-06-29',
      '2026-06-30',
    ]);
  });

  it('after a long downtime the old ones stay until there are new ones', () => {
    expect(outdated(['2024-01-01', '2024-01-02', '2026-06-01'])).toEqual([]);
  });

  it('never the newest, and never more than promised', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2024-01-01', n));
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 300 }), (days) => {
        const gone = new Set(outdated(days));
        const kept = [...new Set(days)].filter((one) => !gone.has(one));
        expect(kept).toContain([...days].sort().at(-1));
        expect(kept.length).toBeLessThanOrEqual(KEPT.days + KEPT.weeks + KEPT.months);
      }),
    );
  });

  it.each([
    ['qingfu-2026-06-30.db', '2026-06-30'],
    ['qingfu-2026-06-30.db.partial', undefined],
    ['before-upgrade.db', undefined],
    ['qingfu.db', undefined],
  ])('%s is nobody else’s file', (name, day) => {
    expect(copyDay(name)).toBe(day);
    if (day) expect(copyName(day)).toBe(name);
  });
});
