import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { filing, researchVisit, unit } from '../../db/schema/index.ts';
import { clashes } from '../../src/filings/rules/clashes.ts';
import { topicWords } from '../../src/filings/rules/lexicon.ts';
import { merges } from '../../src/filings/rules/merges.ts';
import { daysApart, type Stay } from '../../src/filings/rules/stay.ts';
import { findClashes } from '../../src/filings/verbs/find-clashes.ts';
import { addDays } from '../../src/kernel/day.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';

const stay = (number: string, start: string, end: string, targets: string[], name = ''): Stay => ({
  number,
  name,
  targets,
  start: `2026-${start}`,
  end: `2026-${end}`,
});

describe('two within 10 natural days at one township (domain 5)', () => {
  const first = stay('1', '06-01', '06-03', ['T1', 'T2']);
  it.each<[string, Stay[], string[]]>([
    ['alone', [first], []],
    ['at the same time', [first, stay('2', '06-02', '06-02', ['T1'])], ['T1: 1 2']],
    ['ten days after the end', [first, stay('2', '06-13', '06-14', ['T1'])], ['T1: 1 2']],
    ['eleven days after the end', [first, stay('2', '06-14', '06-14', ['T1'])], []],
    ['before', [first, stay('2', '05-20', '05-22', ['T2'])], ['T2: 2 1']],
    ['elsewhere', [first, stay('2', '06-02', '06-02', ['T3'])], []],
    ['at a department', [stay('1', '06-01', '06-01', ['D1']), stay('2', '06-01', '06-01', ['D1'])], []],
    [
      'one after the other',
      [first, stay('3', '06-22', '06-22', ['T1']), stay('2', '06-12', '06-13', ['T1'])],
      ['T1: 1 2 3'],
    ],
    [
      'during a long one that began much earlier',
      [
        stay('1', '01-01', '12-31', ['T1']),
        stay('2', '02-01', '02-01', ['T1']),
        stay('3', '09-01', '09-01', ['T1']),
      ],
      ['T1: 1 2 3'],
    ],
  ])('%s', (_, stays, expected) => {
    const found = clashes(stays, new Set(['T1', 'T2', 'T3']));
    expect(
      found.map((clash) => `${clash.unit}: ${clash.stays.map(({ number }) => number).join(' ')}`),
    ).toEqual(expected);
  });

  it('the order of the rows does not matter, and every pair that is near is found', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-06-01', n));
    const stays = fc
      .array(fc.tuple(day, fc.integer({ min: 0, max: 5 }), fc.subarray(['T1', 'T2'], { minLength: 1 })), {
        maxLength: 8,
      })
      .map((rows) =>
        rows.map(
          ([start, days, targets], i): Stay => ({
            number: String(i),
            name: '',
            targets,
            start,
            end: addDays(start, days),
          }),
        ),
      );
    const units = new Set(['T1', 'T2']);
    fc.assert(
      fc.property(stays, (given) => {
        const found = clashes(given, units);
        expect(clashes(given.toReversed(), units)).toEqual(found);
        for (const a of given)
          for (const b of given.filter((other) => other !== a && daysApart(a, other) <= 10))
            for (const target of a.targets.filter((one) => b.targets.includes(one)))
              expect(
                found.some(
                  (clash) => clash.unit === target && clash.stays.includes(a) && clash.stays.includes(b),
                ),
              ).toBe(true);
      }),
    );
  });
});

describe('research visits that could be one (domain 5)', () => {
  const first = stay('1', '07-06', '07-07', ['T1', 'T2'], '乡村特色产业发展');
  const second = (changes: Partial<Stay>): Stay => ({
    ...stay('2', '07-09', '07-10', ['T2', 'T3'], '乡村特色产业和集体经济'),
    ...changes,
  });
  it.each<[string, Stay, boolean]>([
    ['two keywords, one township, two days apart', second({}), true],
    ['seven days apart', second({ start: '2026-07-14', end: '2026-07-15' }), true],
    ['eight days apart', second({ start: '2026-07-15', end: '2026-07-15' }), false],
    ['no township in common', second({ targets: ['T3'] }), false],
    ['one keyword', second({ name: '乡村医疗服务' }), false],
    ['only words that stand in every topic', second({ name: '关于工作发展情况的调研' }), false],
    ['the same topic, whatever its words', second({ name: '乡村特色产业发展' }), true],
  ])('%s', (_, other, expected) => {
    expect(merges([other, first]).map(({ visits, units }) => [visits.map((v) => v.number), units])).toEqual(
      expected ? [[['1', '2'], ['T2']]] : [],
    );
  });

  it('keywords are words of two characters and more that say something', () => {
    expect(topicWords('关于乡村特色产业发展情况的调研')).toEqual(['乡村', '特色', '产业']);
  });
});

describe('what the offices are shown', () => {
  let runtime: TestRuntime;
  const visit = (number: string, startDay: string, unannounced = false) => ({
    number,
    topic: '乡村特色产业',
    organiser: 'D1',
    targets: ['T1'],
    startDay,
    endDay: startDay,
    unannounced,
  });

  beforeEach(async () => {
    runtime = testRuntime('2026-06-22T09:00');
    const { db } = runtime.store;
    await db.insert(unit).values([
      { code: 'D1', name: '市农业农村局', tier: 'city-department' },
      { code: 'T1', name: '柳溪镇', tier: 'township', county: '望泉县' },
    ]);
    await db.insert(filing).values([
      {
        number: 'B1',
        name: '防汛督查',
        organiser: 'D1',
        kind: 'special',
        targets: ['T1'],
        startDay: '2026-06-15',
        endDay: '2026-06-20',
      },
      {
        number: 'B2',
        name: '安全生产一票否决',
        organiser: 'D1',
        kind: 'veto',
        targets: ['T1'],
        startDay: '2026-01-01',
        endDay: '2026-12-31',
      },
    ]);
    await db
      .insert(researchVisit)
      .values([visit('Y1', '2026-06-25'), visit('Y2', '2026-06-28', true), visit('Y3', '2026-07-02')]);
  });

  const found = async (from: string, to: string) =>
    (await findClashes(testCtx(runtime), { from, to })).result;

  it('inspections and announced visits with names; vetoes are no visits; unannounced ones are never shown', async () => {
    expect(await found('2026-06-01', '2026-06-30')).toEqual({
      from: '2026-06-01',
      to: '2026-06-30',
      clashes: [
        {
          unit: { code: 'T1', name: '柳溪镇' },
          items: [
            {
              kind: '专项督查',
              number: 'B1',
              name: '防汛督查',
              organiser: 'D1',
              organiserName: '市农业农村局',
              start: '2026-06-15',
              end: '2026-06-20',
            },
            expect.objectContaining({ kind: '调研', number: 'Y1', name: '乡村特色产业' }),
            expect.objectContaining({ number: 'Y3' }),
          ],
        },
      ],
      merges: [
        {
          items: [expect.objectContaining({ number: 'Y1' }), expect.objectContaining({ number: 'Y3' })],
          units: [{ code: 'T1', name: '柳溪镇' }],
          words: ['乡村', '特色', '产业'],
        },
      ],
    });
  });

  it('what falls wholly outside the days asked for is left out, its neighbours within are not', async () => {
    expect(await found('2026-07-20', '2026-07-31')).toMatchObject({ clashes: [], merges: [] });
    expect((await found('2026-07-01', '2026-07-31')).merges).toHaveLength(1);
  });
});
