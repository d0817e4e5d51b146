import { dayOf } from '../../../kernel/day.ts';
import type { Ctx } from '../../../store/context.ts';
import { type Content, indexed } from '../../content.ts';
import { isHistorical, missingFigures } from '../../present-entry.ts';
import { findPublished } from '../../repo.ts';
import { rowsOf } from '../../retrieval/rules/statistics.ts';
import { readSynonyms } from '../../retrieval/synonyms.ts';
import { foundUntil, isExpiredTrial } from '../../rules/validity.ts';
import type { Change } from '../effect-token.ts';
import { type World, type WorldEntry, worldOf } from './rules/world.ts';

export interface Worlds {
  before: World;
  after: World;
  /** The texts behind them: what is served now, and the coming one under its own number. */
  texts: ReadonlyMap<string, Content>;
}

/**
 * What is served today and what would be after a change, to those whom the changed entry is meant for: everybody, or the
 * units it names besides the general entries.
 */
export async function readWorlds(ctx: Ctx, { number, text }: Change): Promise<Worlds> {
  const published = await findPublished(ctx.db);
  const present = published.find((entry) => entry.number === number);
  const units = [...(present?.units ?? []), ...(text?.units ?? [])];
  const isMeant = (entry: Content) =>
    entry.units.length === 0 || entry.units.some((code) => units.includes(code));
  const others = published.filter((entry) => entry.number !== number && isMeant(entry));
  const coming = text && { number, ...text };
  const entries = await inWorld(
    ctx,
    [...others, ...(present ? [present] : []), ...(coming ? [coming] : [])],
    units,
  );
  const shared = entries.slice(0, others.length);
  const old = present && entries[others.length];
  const next = coming && entries.at(-1);
  return {
    before: worldOf([...shared, ...served(old)]),
    after: worldOf([...shared, ...served(next)]),
    texts: new Map([...published, ...(coming ? [coming] : [])].map((entry) => [entry.number, entry])),
  };
}

function served(entry: WorldEntry | undefined): WorldEntry[] {
  return entry ? [entry] : [];
}

async function inWorld(
  ctx: Ctx,
  entries: readonly Content[],
  units: readonly string[],
): Promise<WorldEntry[]> {
  const day = dayOf(ctx.now);
  const { words } = await readSynonyms(ctx.db);
  const missing = await missingFigures(ctx.db, entries, { day, units });
  return entries.map((entry) => {
    const until = foundUntil(entry);
    return {
      number: entry.number,
      question: entry.question,
      rows: rowsOf(indexed(entry), words),
      ended: (until !== '' && until < day) || entry.validFrom > day,
      replacedBy: entry.replacedBy,
      expiredTrial: isExpiredTrial(entry, day),
      topic: entry.topic,
      factIds: entry.factIds,
      missingFigures: missing.get(entry.number) ?? [],
      historical: isHistorical(entry),
      special: entry.units.length > 0,
      texts: [entry.question, ...entry.like, entry.answer],
    };
  });
}
