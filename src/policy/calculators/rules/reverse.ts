import { readPercentages } from './amounts.ts';
import { ceiling, compared, divided, type Exact, exact, floor, minus, plus, shown, times } from './exact.ts';
import * as lexicon from './lexicon-plan.ts';
import { measuredSubject, readCounts, type Subject, subjectOf } from './read-counts.ts';
import { readWhole } from './read-value.ts';
import { isOnRecord, recordOf } from './record.ts';
import { ask, type Calculator, done, type Inputs, inputsOf, type Step } from './step.ts';

/** What a rounded percentage leads back to: the plan, or last year's count, with the whole numbers that fit. */
export interface Reverse {
  kind: 'reverse';
  factIds: readonly string[];
  subject: Subject | undefined;
  of: 'plan' | 'before';
  done: Exact;
  /** In percent, as given; of the plan, or of change. */
  share: Exact;
  /** In percent, what the count is of the thing looked for. */
  rate: Exact;
  estimate: number;
  /** The rates it may have been rounded from, in percent, and the whole numbers that fit; `to` is 0 without a bound. */
  rates: { least: Exact; most: Exact };
  from: number;
  to: number;
  /** The city's figures of the first half of 2022. */
  onRecord: boolean;
}

const HUNDRED = exact(100);

export const reverse: Calculator<Reverse> = {
  read(said) {
    const counts = readCounts(said);
    const subject = measuredSubject(said);
    if (subject === undefined || counts.some(({ part }) => part === 'plan')) return undefined;
    const bare = lexicon.BARE_SHARE.exec(said)?.groups?.['share'];
    const given = readPercentages(said)[0] ?? (bare === undefined ? undefined : Number(bare));
    const change = lexicon.CHANGE_SHARE.exec(said)?.groups?.['word'];
    const backwards = lexicon.BACKWARDS.test(said);
    const changed =
      change !== undefined ? lexicon.LAST_YEAR_ASKED.test(said) : given === undefined && backwards;
    const of = changed && (change !== undefined || lexicon.SAME_TERM_BEFORE.test(said)) ? 'before' : 'plan';
    if (of === 'plan' && !(lexicon.REVERSE_ASKED.test(said) && lexicon.SHARE_OF_PLAN.test(said)))
      return undefined;
    const record = recordOf(subject);
    const recorded = of === 'before' ? record?.fewer : record?.share;
    const count = counts.find(({ part }) => part !== 'before' && part !== 'difference')?.text;
    const share = given ?? (backwards && count === undefined ? recorded : undefined);
    const known = count ?? (share === recorded ? record?.done.toString() : undefined);
    if (share === undefined || (known === undefined && (of === 'before' || !backwards))) return undefined;
    return inputsOf({
      done: known,
      share: String(share),
      of,
      fewer: of === 'before' && (change === undefined || lexicon.FEWER.test(change)) ? 'yes' : undefined,
      subject,
    });
  },

  compute(inputs): Step<Reverse> {
    const typed = inputs['done'];
    if (!typed) return ask('done');
    const reading = readWhole(typed);
    if ('problem' in reading) return ask('done', { typed, problem: reading.problem });
    if (reading.value.over === 0n) return ask('done', { typed, problem: 'zero' });
    return done(reverseOf(inputs, reading.value));
  },
};

function reverseOf(inputs: Inputs, count: Exact): Reverse {
  const given = inputs['share'] ?? '';
  const share = exact(Math.abs(Number(given)) || 0);
  const of = inputs['of'] === 'before' ? 'before' : 'plan';
  const rate = of === 'plan' ? share : inputs['fewer'] ? minus(HUNDRED, share) : plus(HUNDRED, share);
  // A percentage given in whole points has lost up to half a point, one with a decimal up to half a tenth.
  const lost = divided(exact(1), exact(2 * 10 ** (given.split('.')[1]?.length ?? 0)));
  const rates = { least: minus(rate, lost), most: plus(rate, lost) };
  const subject = subjectOf(inputs['subject']);
  const onRecord = isOnRecord(subject, inputs['done']);
  const record = onRecord ? (recordOf(subject)?.factIds ?? []) : ['TJ-02'];
  return {
    kind: 'reverse',
    factIds: of === 'plan' ? [...record, 'TJ-04'] : record,
    subject,
    of,
    done: count,
    share,
    rate,
    estimate: Number(shown(backFrom(count, rate), 0)),
    rates,
    from: ceiling(backFrom(count, rates.most)),
    to: floor(backFrom(count, rates.least)),
    onRecord,
  };
}

/** Nothing leads back from a share of zero. */
function backFrom(count: Exact, rate: Exact): Exact {
  return compared(rate, exact(0)) > 0 ? divided(times(count, HUNDRED), rate) : exact(0);
}
