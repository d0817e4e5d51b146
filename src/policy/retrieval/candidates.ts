import type { Ctx } from '../../store/context.ts';
import { isHistorical, missingFigures } from '../present-entry.ts';
import { type Entry, findMeant, findServed } from '../repo.ts';
import { ANSWER_FROM, type Candidate, LOOKED_AT, type ToldBecause } from '../rules/gate.ts';
import { replacedByOwn } from '../rules/prefer-own.ts';
import { isExpiredTrial, type Moment } from '../rules/validity.ts';
import { tellOfThen } from '../tell-of-then.ts';
import type { Ranked } from './rules/rank.ts';
import { type Audience, search } from './search.ts';

export interface Found {
  /** Best first. */
  candidates: Candidate[];
  /** The texts that would be served for them, which may be old ones. */
  entries: Entry[];
}

/** An entry that was found, with the text to be served for it. */
export interface Hit {
  ranked: Ranked;
  entry: Entry;
  told?: ToldBecause | undefined;
}

/** What lies nearest to these words, for this asker, in force today or at the time that was asked for. */
export async function findCandidates(
  ctx: Ctx,
  { text, audience, moment }: { text: string; audience: Audience; moment: Moment | undefined },
): Promise<Found> {
  const today = await hitsOf(ctx, text, audience);
  const hits = moment
    ? await tellOfThen(ctx.db, { text, moment, audience, today })
    : isSure(today)
      ? today
      : ((await successorOf(ctx, text, audience)) ?? today);
  const entries = hits.map(({ entry }) => entry);
  const missing = await missingFigures(ctx.db, entries, audience);
  const candidates = hits.map(({ ranked, entry, told }) => ({
    number: entry.number,
    confidence: ranked.confidence,
    lead: ranked.features.lead,
    factIds: entry.factIds,
    missingFigures: missing.get(entry.number) ?? [],
    historical: isHistorical(entry),
    ...(told && { told }),
  }));
  return { candidates, entries };
}

async function hitsOf(ctx: Ctx, text: string, audience: Audience): Promise<Hit[]> {
  const all = await served(ctx, text, audience);
  const without = replacedByOwn(
    all.map(({ ranked, entry }) => ({ ...entry, score: ranked.score, special: entry.units.length > 0 })),
  );
  const hits = without.length === 0 ? all : await served(ctx, text, { ...audience, without });
  return hits.map(({ ranked, entry }) => ({
    ranked,
    entry,
    ...(isExpiredTrial(entry, audience.day) && { told: 'expired_trial' as const }),
  }));
}

async function served(ctx: Ctx, text: string, audience: Audience): Promise<Hit[]> {
  const { entries: ranked } = await search(ctx.db, text, audience);
  const top = ranked.filter((entry) => !entry.vetoed).slice(0, LOOKED_AT);
  const entries = await findServed(
    ctx.db,
    top.map(({ number }) => number),
    audience,
  );
  return top.flatMap((one) => {
    const entry = entries.find(({ number }) => number === one.number);
    return entry ? [{ ranked: one, entry }] : [];
  });
}

export function isSure(hits: readonly Hit[]): boolean {
  return (hits[0]?.ranked.confidence ?? 0) >= ANSWER_FROM;
}

/** Nothing of today fits, but something that has ended does, and it says what took its place. */
async function successorOf(ctx: Ctx, text: string, audience: Audience): Promise<Hit[] | undefined> {
  const { entries: ranked } = await search(ctx.db, text, { ...audience, ended: true });
  const [first] = ranked;
  if (!first || first.vetoed || first.confidence < ANSWER_FROM) return undefined;
  const [ended] = await findMeant(ctx.db, [first.number], audience);
  if (!ended?.replacedBy) return undefined;
  const [entry] = await findServed(ctx.db, [ended.replacedBy], audience);
  return entry ? [{ ranked: first, entry, told: 'replaced' }] : undefined;
}
