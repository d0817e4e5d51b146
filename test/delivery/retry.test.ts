import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterRefusal, safeUntil } from '../../src/delivery/rules/retry.ts';

const MINUTE = 60_000;
const busy = { kind: 'rate_limited', retryable: true, waitMs: 0 } as const;
const silent = { kind: 'network', retryable: true, waitMs: 0 } as const;
const attempt = { kind: 'duty', attempts: 1, uncertainSince: null, now: 0, dice: 0.5 } as const;

describe('after a refusal', () => {
  it.each([
    ['first', busy, attempt, { decision: 'retry', reason: 'rate_limited', at: 15_000 }],
    ['second', busy, { ...attempt, attempts: 2 }, { decision: 'retry', reason: 'rate_limited', at: MINUTE }],
    [
      'fifth',
      busy,
      { ...attempt, attempts: 5 },
      { decision: 'retry', reason: 'rate_limited', at: 120 * MINUTE },
    ],
    ['sixth', busy, { ...attempt, attempts: 6 }, { decision: 'fail', reason: 'gave_up' }],
    [
      'an answer',
      busy,
      { ...attempt, kind: 'answer' },
      { decision: 'retry', reason: 'rate_limited', at: 5000 },
    ],
    [
      'an answer, fifth',
      busy,
      { ...attempt, kind: 'answer', attempts: 5 },
      { decision: 'fail', reason: 'gave_up' },
    ],
    [
      'a longer hint',
      { ...busy, waitMs: 40_000 },
      attempt,
      { decision: 'retry', reason: 'rate_limited', at: 40_000 },
    ],
    [
      'a shorter hint',
      { ...busy, waitMs: 3000 },
      attempt,
      { decision: 'retry', reason: 'rate_limited', at: 15_000 },
    ],
    ['dice low', busy, { ...attempt, dice: 0 }, { decision: 'retry', reason: 'rate_limited', at: 12_000 }],
    [
      'unknown outcome: the last try comes while a repeat is harmless',
      silent,
      { ...attempt, attempts: 5, uncertainSince: 0, now: 36 * MINUTE },
      { decision: 'retry', reason: 'network', at: 50 * MINUTE },
    ],
    [
      'unknown outcome, too late for another try',
      silent,
      { ...attempt, attempts: 5, uncertainSince: 0, now: 50 * MINUTE },
      { decision: 'fail', reason: 'uncertain' },
    ],
    [
      'unknown outcome and a hint beyond the hour',
      { ...busy, waitMs: 90 * MINUTE },
      { ...attempt, uncertainSince: 0, now: MINUTE },
      { decision: 'fail', reason: 'uncertain' },
    ],
    [
      'a patch can be repeated at any time',
      silent,
      { ...attempt, kind: 'patch', attempts: 5, uncertainSince: 0, now: 50 * MINUTE },
      { decision: 'retry', reason: 'network', at: 170 * MINUTE },
    ],
  ] as const)('%s', (_, refusal, tried, expected) => {
    expect(afterRefusal(refusal, tried)).toEqual(expected);
  });

  it('a try is never in the past and never where it could become a second message', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('answer' as const, 'duty' as const, 'notice' as const),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 120 * MINUTE }),
        fc.integer({ min: 0, max: 120 * MINUTE }),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (kind, attempts, now, waitMs, dice) => {
          const tried = { kind, attempts, uncertainSince: 0, now, dice };
          const next = afterRefusal({ ...silent, waitMs }, tried);
          return next.decision === 'fail' || (next.at > now && next.at < safeUntil(tried));
        },
      ),
    );
  });
});
