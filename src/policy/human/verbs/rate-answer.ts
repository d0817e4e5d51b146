import { and, eq } from 'drizzle-orm';
import { askedQuestion } from '../../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { mustChange } from '../../../store/statement.ts';
import { countHit, countMiss } from '../../counters.ts';
import { audienceOf, type Entry, findServed } from '../../repo.ts';
import { search } from '../../retrieval/search.ts';
import { type Asked, findAsked } from '../repo.ts';

/** Offered to whom an answer did not help. */
const OTHERS = 2;

export interface Rated {
  /** What else is near the question, for 没解决. */
  near: Entry[];
}

/**
 * Counts how answers are taken, per entry and day and without persons: once for each question as long as it is
 * remembered. Numbers that are no entry count nothing. What did not help is wanted by somebody: it joins the misses.
 */
export async function rateAnswer(
  ctx: Ctx,
  { number, asked, solved }: { number: string; asked: string; solved: boolean },
): Promise<Outcome<Rated>> {
  const audience = audienceOf(ctx);
  const [entry] = await findServed(ctx.db, [number], audience);
  const known = asked ? await findAsked(ctx.db, asked) : undefined;
  const near = solved ? [] : await others(ctx, known?.text ?? entry?.question ?? '', number);
  if (!entry || known?.rated) return outcome({ near });
  return outcome(
    { near },
    {
      writes: [
        ...(known ? ratedOnce(ctx, known) : []),
        countHit(ctx, number, solved ? 'useful' : 'unsolved'),
        ...(known && !solved ? [countMiss(ctx, known.text, number)] : []),
      ],
    },
  );
}

function ratedOnce({ db }: Ctx, { id }: Asked) {
  return [
    db
      .update(askedQuestion)
      .set({ rated: true })
      .where(and(eq(askedQuestion.id, id), eq(askedQuestion.rated, false))),
    mustChange(),
  ];
}

async function others(ctx: Ctx, text: string, number: string): Promise<Entry[]> {
  if (text === '') return [];
  const audience = audienceOf(ctx);
  const { entries } = await search(ctx.db, text, audience);
  const numbers = entries.filter((one) => !one.vetoed && one.number !== number).map((one) => one.number);
  return (await findServed(ctx.db, numbers.slice(0, OTHERS), audience)).slice(0, OTHERS);
}
