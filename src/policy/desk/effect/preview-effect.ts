import type { Ctx } from '../../../store/context.ts';
import { contentOf } from '../../content.ts';
import type { DecisionKind } from '../../rules/gate.ts';
import { type Change, effectToken } from '../effect-token.ts';
import { EITHER, requireWithin } from '../reach.ts';
import { findOnDesk, findRevision } from '../repo.ts';
import { type EntryText, tidied } from '../rules/entry-text.ts';
import { type Asked, readPast } from './read-asked.ts';
import { readWorlds, type Worlds } from './read-world.ts';
import { compareWorlds } from './rules/compare.ts';
import type { Reply } from './rules/judge.ts';

/** A text that is being written, a revision as it stands, or the end of an entry. */
export type PreviewInput =
  | { number: string; content: EntryText }
  | { number: string; revision: number }
  | { number: string; withdrawal: true };

/** What somebody gets to see. */
export interface Shown {
  decision: DecisionKind;
  /** The entry answered with, or those offered: number and standard question. */
  entries: { number: string; question: string }[];
}

export interface Effect {
  /** Brought along by whoever approves: it was this effect that they saw. */
  token: string;
  /** Answered differently, the most asked first: past questions, then phrasings. */
  changes: { asked: Omit<Asked, 'searchable'>; before: Shown; after: Shown }[];
  /** Answered with this entry before and after; they get the new text, if it is another one. */
  same: number;
  /** The answer that those get is another one. */
  answerChanged: boolean;
  /** How many were looked at. */
  past: number;
  phrasings: number;
}

/**
 * Which past questions and which phrasings of all entries would be answered differently. Reads only. Exact for every
 * question near the changed entry but for readings by ear, times of the past, calculations and the model; see
 * `effect/rules/compare.ts` for those that are not near.
 */
export async function previewEffect(ctx: Ctx, input: PreviewInput): Promise<Effect> {
  const change = await changeOf(ctx, input);
  const worlds = await readWorlds(ctx, change);
  const past = await readPast(ctx.db);
  const phrasings = phrasingsIn(worlds);
  const { differences, same } = compareWorlds([...past, ...phrasings], { ...worlds, number: change.number });
  const shown = ({ decision, entries }: Reply): Shown => ({
    decision,
    entries: entries.map((number) => ({ number, question: worlds.texts.get(number)?.question ?? '' })),
  });
  const served = (await findServedText(ctx, change.number))?.answer;
  return {
    token: await effectToken(ctx, change),
    changes: differences
      .map(({ asked: { text, source, times, of }, before, after }) => ({
        asked: { text, source, times, of },
        before: shown(before),
        after: shown(after),
      }))
      .sort((a, b) => b.asked.times - a.asked.times),
    same: same.length,
    answerChanged: served !== undefined && change.text !== undefined && served !== change.text.answer,
    past: past.length,
    phrasings: phrasings.length,
  };
}

/** @throws AppError forbidden beyond the actor's reach, not_found */
async function changeOf(ctx: Ctx, input: PreviewInput): Promise<Change> {
  const { number } = input;
  if ('content' in input && number === '') {
    await requireWithin(ctx, EITHER, input.content);
    return { number, text: tidied(input.content) };
  }
  const { newest, published } = await findOnDesk(ctx.db, number);
  const text =
    'content' in input
      ? tidied(input.content)
      : 'revision' in input
        ? contentOf(await findRevision(ctx.db, number, input.revision))
        : undefined;
  await requireWithin(ctx, EITHER, published ?? newest, ...(text ? [text] : []));
  return { number, text };
}

async function findServedText({ db }: Ctx, number: string): Promise<EntryText | undefined> {
  if (number === '') return undefined;
  const { published, enabled } = await findOnDesk(db, number);
  return enabled ? published : undefined;
}

/** Of everything that is served before or after, each wording once. */
function phrasingsIn({ before, after }: Worlds): Asked[] {
  const entries = [...before.entries.values(), ...after.entries.values()];
  const all = entries.flatMap(({ number, rows, texts }) =>
    rows
      .filter(({ kind }) => kind === 'question' || kind === 'like')
      .map((row, i): Asked => {
        const text = texts[i] ?? row.text.trim();
        return { text, searchable: row.text, source: 'phrasing', times: 0, of: number };
      }),
  );
  return [...new Map(all.map((one) => [one.searchable, one])).values()];
}
