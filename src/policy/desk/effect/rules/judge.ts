import { readRequest } from '../../../calculators/rules/index.ts';
import { isCourtesy, othersMatters, speaksOf } from '../../../guard/rules/outside.ts';
import { asksForNow, asksForOwn, type Screened, screen } from '../../../guard/rules/screen.ts';
import { queryOf } from '../../../retrieval/rules/query.ts';
import { type Ranked, rank } from '../../../retrieval/rules/rank.ts';
import { ANSWER_FROM, type Candidate, type DecisionKind, decide, LOOKED_AT } from '../../../rules/gate.ts';
import { replacedByOwn } from '../../../rules/prefer-own.ts';
import type { World, WorldEntry } from './world.ts';

/** A question that was asked, read once for all worlds. */
export interface Read {
  text: string;
  /** As the index reads it. */
  searchable: string;
}

/** What is said to it, and with which entries. */
export interface Reply {
  decision: DecisionKind;
  /** The entry answered with, or those offered. */
  entries: readonly string[];
  confidence: number;
}

/**
 * What the gate says to a question in one world, as `verbs/ask-question.ts` would. Left out is what reads more than
 * entries: readings by ear, times of the past, and the model. A calculation that yields to entries is taken as none.
 */
export function judge({ text, searchable }: Read, world: World, near: readonly string[]): Reply {
  const screened = screen(text);
  if (screened?.decision === 'sensitive') return { decision: 'sensitive', entries: [], confidence: 0 };
  const calculates = readRequest(text) !== undefined;
  const candidates = candidatesOf({ text, searchable }, world, near);
  const { decision, entries, scores } = decideOn(text, screened, calculates, candidates);
  return { decision, entries, confidence: scores.confidence };
}

function decideOn(text: string, screened: Screened, calculates: boolean, candidates: readonly Candidate[]) {
  return decide({
    screened,
    calculates,
    asksForNow: asksForNow(text),
    asksForOwn: asksForOwn(text),
    candidates,
  });
}

function candidatesOf({ text, searchable }: Read, world: World, near: readonly string[]): Candidate[] {
  const known = near.flatMap((number) => world.entries.get(number) ?? []);
  const today = ranked(
    searchable,
    world,
    known.filter(({ ended }) => !ended),
  );
  const sure = (today[0]?.hit.confidence ?? 0) >= ANSWER_FROM;
  const hits = sure ? today : (successorOf(searchable, world, known) ?? today);
  const matters = othersMatters(text);
  const courtesy = isCourtesy(text);
  return hits
    .filter(({ entry }) => !courtesy && speaksOf(matters, entry.texts))
    .map(({ hit, entry, replaced }) => ({
      number: entry.number,
      confidence: hit.confidence,
      lead: hit.features.lead,
      factIds: entry.factIds,
      missingFigures: entry.missingFigures,
      historical: entry.historical,
      ...(replaced
        ? { told: 'replaced' as const }
        : entry.expiredTrial && { told: 'expired_trial' as const }),
    }));
}

interface Hit {
  hit: Ranked;
  entry: WorldEntry;
  replaced?: boolean;
}

/** Best first, a county's own entry in the place of the general one. */
function ranked(searchable: string, world: World, entries: readonly WorldEntry[]): Hit[] {
  const all = hitsOf(searchable, world, entries);
  const without = replacedByOwn(all.map(({ hit, entry }) => ({ ...entry, score: hit.score })));
  if (without.length === 0) return all;
  return hitsOf(
    searchable,
    world,
    entries.filter(({ number }) => !without.includes(number)),
  );
}

function hitsOf(searchable: string, { statistics }: World, entries: readonly WorldEntry[]): Hit[] {
  const found = rank(
    queryOf(searchable, statistics),
    entries.flatMap(({ rows }) => rows),
  );
  return found
    .filter(({ vetoed }) => !vetoed)
    .slice(0, LOOKED_AT)
    .flatMap((hit) => {
      const entry = entries.find(({ number }) => number === hit.number);
      return entry ? [{ hit, entry }] : [];
    });
}

/** Nothing of today fits, but something that has ended does, and it says what took its place. */
function successorOf(searchable: string, world: World, known: readonly WorldEntry[]): Hit[] | undefined {
  if (!known.some(({ ended, replacedBy }) => ended && replacedBy !== '')) return undefined;
  const [first] = rank(
    queryOf(searchable, world.statistics),
    known.flatMap(({ rows }) => rows),
  );
  if (!first || first.vetoed || first.confidence < ANSWER_FROM) return undefined;
  const ended = known.find(({ number }) => number === first.number);
  const entry = ended && world.entries.get(ended.replacedBy);
  return entry && !entry.ended ? [{ hit: first, entry, replaced: true }] : undefined;
}
