import type { Db } from '../store/db.ts';
import { type Entry, findServed, findTexts } from './repo.ts';
import type { Hit } from './retrieval/candidates.ts';
import { type Audience, search } from './retrieval/search.ts';
import { ANSWER_FROM } from './rules/gate.ts';
import { isInForce, type Moment, textThen } from './rules/validity.ts';

/**
 * The same hits with the texts of the time that was asked for: of the entry itself, of the one it has replaced, or of
 * an entry that has ended since. Where none is known the present text stands, marked so.
 */
export async function tellOfThen(
  db: Db,
  { text, moment, audience, today }: { text: string; moment: Moment; audience: Audience; today: Hit[] },
): Promise<Hit[]> {
  const texts = await findTexts(
    db,
    today.map(({ entry }) => entry.number),
    audience,
  );
  const hits = today.map((hit) => toldAt(hit, texts.get(hit.entry.number) ?? [], moment));
  const [first] = hits;
  if (moment.kind === 'earlier' || first?.told === 'in_force_then') return hits;
  const ended = await endedSince(db, text, moment, audience);
  const better = ended && (!first || ended.ranked.confidence >= first.ranked.confidence - NOT_FAR_BEHIND);
  return better ? [ended] : hits;
}

/** The old text competed with others than the present one; how much less sure it may be all the same. */
const NOT_FAR_BEHIND = 0.2;

function toldAt(hit: Hit, texts: readonly Entry[], moment: Moment): Hit {
  const then = textThen(texts, moment);
  if (then && (then.number !== hit.entry.number || then.revision !== hit.entry.revision)) {
    // Local figures are entered as they are now; an old text goes without them.
    return { ...hit, entry: { ...then, localFigures: [] }, told: 'in_force_then' };
  }
  const later = moment.kind === 'earlier' || (!then && !isInForce(hit.entry, moment.from, moment.until));
  return later ? { ...hit, told: 'only_later' } : hit;
}

/** Surely asked for, in force then, and no more today. */
async function endedSince(
  db: Db,
  text: string,
  { until }: Extract<Moment, { kind: 'then' }>,
  audience: Audience,
): Promise<Hit | undefined> {
  const then = { ...audience, day: until };
  const { entries: ranked } = await search(db, text, then);
  const first = ranked.find(({ vetoed }) => !vetoed);
  if (!first || first.confidence < ANSWER_FROM) return undefined;
  const [entry] = await findServed(db, [first.number], then);
  if (!entry || entry.validUntil === '' || entry.validUntil >= audience.day) return undefined;
  return { ranked: first, entry: { ...entry, localFigures: [] }, told: 'in_force_then' };
}
