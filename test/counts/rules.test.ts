import { describe, expect, it } from 'vitest';
import { versionIn } from '../../src/counts/rules/counting-rule.ts';
import { deadlineOf, nudgeOn } from '../../src/counts/rules/deadline.ts';
import { FIELDS, fingerprint } from '../../src/counts/rules/indicator.ts';
import { implausible } from '../../src/counts/rules/plausible.ts';
import { closing, prefill } from '../../src/counts/rules/prefill.ts';
import { decideSubmission } from '../../src/counts/rules/submission.ts';
import { fieldLabels, fieldPurposes } from '../../src/counts/words.ts';
import { instantAt } from '../../src/kernel/day.ts';
import { packagedCalendar } from '../../src/main/calendar.ts';

describe('the deadline is 18:00 on the third workday of the next month (domain 2.1)', () => {
  it.each([
    ['2025-12', '2025-12-31', '2026-01-06'],
    ['2026-01', '2026-01-30', '2026-02-04'],
    ['2026-02', '2026-02-28', '2026-03-04'],
    ['2026-03', '2026-03-31', '2026-04-03'],
    ['2026-04', '2026-04-30', '2026-05-08'],
    ['2026-05', '2026-05-29', '2026-06-03'],
    ['2026-06', '2026-06-30', '2026-07-03'],
    ['2026-07', '2026-07-31', '2026-08-05'],
    ['2026-08', '2026-08-31', '2026-09-03'],
    ['2026-09', '2026-09-30', '2026-10-10'],
    ['2026-10', '2026-10-30', '2026-11-04'],
    ['2026-11', '2026-11-30', '2026-12-03'],
  ])('%s opens on %s and ends on %s', (month, opens, ends) => {
    expect(packagedCalendar.lastWorkday(month)).toBe(opens);
    expect(deadlineOf(packagedCalendar, month)).toBe(instantAt(ends, '18:00'));
  });

  it('is unknown, not guessed, without holiday data', () => {
    expect(deadlineOf(packagedCalendar, '2026-12')).toBeUndefined();
    expect(nudgeOn(packagedCalendar, '2026-12', '2027-01-05')).toBeUndefined();
  });

  it.each([
    ['2026-10-08', undefined],
    ['2026-10-09', 1],
    ['2026-10-10', 2],
    ['2026-10-12', undefined],
  ])('nudges for September 2026 on %s: %s', (day, nudge) => {
    expect(nudgeOn(packagedCalendar, '2026-09', day)).toBe(nudge);
  });
});

it('no more than six numbers are asked for, each with a label of its own and a purpose (BR-13)', () => {
  expect(FIELDS).toHaveLength(6);
  const names = FIELDS.map((field) => field.name);
  expect(new Set(names.map((name) => fieldLabels[name])).size).toBe(6);
  for (const name of names) expect(fieldPurposes[name]).toBeTruthy();
});

describe('prefill', () => {
  const entry = (amount: number) => ({ indicator: 'document' as const, amount, unplanned: 0, direct: 0 });
  const listed = [{ indicator: 'document' as const, mode: 'figures' as const }];
  const some = (amount: number) => new Map([['document' as const, entry(amount)]]);
  const nothing = new Map<'document', ReturnType<typeof entry>>();

  it.each([
    ['registered figures', some(3), some(9), 'registered', [3], 'adopted'],
    ['a registered 0', some(0), some(9), 'registered', [0], 'adopted'],
    ['last month’s', nothing, some(9), 'last-month', [9], 'missing'],
    ['nothing', nothing, nothing, 'none', [], 'missing'],
  ] as const)('%s', (_, now, before, source, amounts, closes) => {
    const filled = prefill(listed, now, before);
    expect(filled.source).toBe(source);
    expect(filled.entries.map((one) => one.amount)).toEqual(amounts);
    expect(closing(filled)).toBe(closes);
  });

  it('item by item, nothing registered is a figure: 0', () => {
    const filled = prefill([{ indicator: 'document', mode: 'items' }], nothing, some(9));
    expect(filled).toMatchObject({ source: 'registered', entries: [{ amount: 0 }] });
  });

  it('the weakest source decides', () => {
    const two = [...listed, { indicator: 'meeting' as const, mode: 'figures' as const }];
    expect(prefill(two, some(3), nothing).source).toBe('none');
  });
});

describe('whose figures stand', () => {
  const base = {
    state: 'open' as const,
    closed: false,
    current: { revision: 0, figures: 'x' },
    shown: { revision: 0, figures: 'x' },
    figures: 'y',
    explained: false,
  };
  const after = { current: { revision: 1, figures: 'x' }, state: 'confirmed' as const };
  it.each([
    ['first figures', {}, 'accept', 'first'],
    ['confirmed as shown', { figures: 'x' }, 'accept', 'first'],
    ['same as a colleague’s', { ...after, figures: 'x' }, 'same', 'already_so'],
    ['other than a colleague’s', after, 'refuse', 'other_was_faster'],
    ['own change', { ...after, shown: { revision: 1, figures: 'x' } }, 'accept', 'changed_by_unit'],
    ['figures imported meanwhile', { current: { revision: 0, figures: 'z' } }, 'refuse', 'figures_moved'],
    ['after the close', { closed: true }, 'refuse', 'round_closed'],
    ['after the close, already so', { ...after, closed: true, figures: 'x' }, 'same', 'already_so'],
    ['after the close with a reason', { closed: true, explained: true }, 'accept', 'corrected_after_close'],
    [
      'after the close with a reason, but a colleague was faster',
      { ...after, closed: true, explained: true },
      'refuse',
      'other_was_faster',
    ],
  ] as const)('%s', (_, changes, decision, reason) => {
    expect(decideSubmission({ ...base, ...changes })).toEqual({ decision, reason });
  });

  it('figures are the same in whatever order the indicators come', () => {
    const a = { indicator: 'document' as const, amount: 1, unplanned: 0, direct: 0 };
    const b = { indicator: 'meeting' as const, amount: 2, unplanned: 0, direct: 1 };
    expect(fingerprint([a, b])).toBe(fingerprint([b, a]));
  });
});

it.each([
  [12, 36, false],
  [12, 37, true],
  [3, 12, false],
  [3, 13, true],
  [0, 9, false],
  [0, 10, true],
])('with %i as the most of a year, %i is improbable: %s', (most, amount, doubtful) => {
  const entries = [{ indicator: 'document' as const, amount, unplanned: 0, direct: 0 }];
  expect(implausible(entries, new Map([['document', most]])).length > 0).toBe(doubtful);
  expect(implausible(entries, new Map())).toEqual([]);
});

it.each([
  ['2024-12', ''],
  ['2025-01', 'v1'],
  ['2025-12', 'v1'],
  ['2026-03', 'v2'],
])('the counting rule of %s is “%s”', (month, version) => {
  const rules = [
    { version: 'v1', fromMonth: '2025-01' },
    { version: 'v2', fromMonth: '2026-01' },
  ];
  expect(versionIn(month, rules)).toBe(version);
});
