import { facts } from '../../db/seed/facts.ts';
import type { Card } from '../chat/card.ts';
import type { Ctx } from '../store/context.ts';
import type { Db } from '../store/db.ts';
import { answerCard, type Place } from './cards.ts';
import { findContact } from './contact.ts';
import { tellsOfHistory } from './guard/rules/screen.ts';
import { allInForce } from './local-standards.ts';
import { type Entry, findFigures } from './repo.ts';
import type { Audience } from './retrieval/search.ts';
import { isExpiredTrial } from './rules/validity.ts';
import { checkButton } from './self-checks/offer.ts';
import { validityWords } from './words-validity.ts';

/** The card of one entry with the local figures that are there and the honest word about those that are not. */
export async function presentEntry(
  ctx: Ctx,
  parts: { entry: Entry; lead: readonly string[]; audience: Audience; place: Place },
): Promise<Card> {
  const { entry, audience, place } = parts;
  const figures = allInForce(await findFigures(ctx.db, entry.localFigures, audience), audience.day);
  const missing = entry.localFigures.filter((code) => !figures.some((figure) => figure.code === code));
  const expired = isExpiredTrial(entry, audience.day)
    ? [validityWords.expiredTrial(entry.office || validityWords.noOffice, entry.validUntil)]
    : [];
  const card = answerCard({
    ...parts,
    lead: [...expired, ...parts.lead],
    figures,
    missing,
    contact: await findContact(ctx.db),
    day: audience.day,
  });
  const check = place === 'private' ? checkButton(entry.factIds) : undefined;
  return check ? { ...card, blocks: [...card.blocks, { kind: 'buttons', buttons: [check] }] } : card;
}

/** Per entry the LOC codes it waits for that are not entered for this audience. */
export async function missingFigures(
  db: Db,
  entries: readonly Pick<Entry, 'number' | 'localFigures'>[],
  audience: Audience,
): Promise<Map<string, string[]>> {
  const codes = [...new Set(entries.flatMap((entry) => entry.localFigures))];
  const figures = allInForce(await findFigures(db, codes, audience), audience.day);
  const entered = new Set(figures.map(({ code }) => code));
  return new Map(
    entries.map(({ number, localFigures }) => [number, localFigures.filter((code) => !entered.has(code))]),
  );
}

/** Its figures come from the city's own report of a past year and are never carried forward (domain 8). */
export function isHistorical({ factIds, answer }: Pick<Entry, 'factIds' | 'answer'>): boolean {
  return tellsOfHistory(answer) && factIds.some((id) => facts.get(id)?.confidence === 'seed');
}
