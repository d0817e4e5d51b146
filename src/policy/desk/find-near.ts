import { dayOf } from '../../kernel/day.ts';
import type { Ctx } from '../../store/context.ts';
import { indexed } from '../content.ts';
import { findServed } from '../repo.ts';
import { findCollisions } from '../retrieval/find-collisions.ts';
import type { Collision } from '../retrieval/rules/collide.ts';
import { search } from '../retrieval/search.ts';
import { readSynonyms } from '../retrieval/synonyms.ts';
import { collisionWords } from '../words-collisions.ts';
import { EITHER, reachOf } from './reach.ts';
import { type EntryText, tidied } from './rules/entry-text.ts';

/** Wordings that are looked up while somebody types; what they share leads to the same neighbours. */
const LOOKED_UP = 6;

/** As many as an editor compares. */
const SHOWN = 5;

export interface Near {
  /** What would be refused at publication, unless a reason is given. */
  collisions: (Collision & { text: string })[];
  /** Entries that these wordings find today, the surest first. */
  nearest: {
    number: string;
    question: string;
    /** Of the text's own, the one that leads there most surely. */
    phrase: string;
    /** 0 to 1. */
    confidence: number;
  }[];
}

/** Entries that say the same already, or that a text would get in the way of; for hints while typing. */
export async function findNearDuplicates(ctx: Ctx, number: string, typed: EntryText): Promise<Near> {
  reachOf(ctx, EITHER);
  const { db } = ctx;
  const text = tidied(typed);
  const { words } = await readSynonyms(db);
  const found = text.question === '' ? [] : await findCollisions(db, [indexed({ number, ...text })], words);
  const audience = { day: dayOf(ctx.now), units: text.units, without: [number] };
  const phrases = [text.question, ...text.like].filter((phrase) => phrase !== '').slice(0, LOOKED_UP);
  const best = new Map<string, { phrase: string; confidence: number }>();
  const all = await Promise.all(phrases.map((phrase) => search(db, phrase, audience)));
  for (const [i, { entries }] of all.entries())
    for (const { number: other, confidence } of entries.slice(0, SHOWN))
      if (confidence > (best.get(other)?.confidence ?? 0))
        best.set(other, { phrase: phrases[i] ?? '', confidence });
  const ranked = [...best].sort(([, a], [, b]) => b.confidence - a.confidence).slice(0, SHOWN);
  const served = await findServed(
    db,
    ranked.map(([other]) => other),
    audience,
  );
  return {
    collisions: found.map((one) => ({ ...one, text: collisionWords.reason(one) })),
    nearest: ranked.flatMap(([other, how]) => {
      const entry = served.find((one) => one.number === other);
      return entry ? [{ number: other, question: entry.question, ...how }] : [];
    }),
  };
}
