import type { Card } from '../chat/card.ts';
import type { Ctx } from '../store/context.ts';
import type { Place } from './cards.ts';
import { presentEntry } from './present-entry.ts';
import { type Entry, findServed } from './repo.ts';
import type { Audience } from './retrieval/search.ts';
import type { ToldBecause } from './rules/gate.ts';
import type { Moment } from './rules/validity.ts';
import { validityWords as words } from './words-validity.ts';

/** An answer that says of what time it is, with the way to the present one. */
export async function presentTold(
  ctx: Ctx,
  parts: {
    entry: Entry;
    lead: readonly string[];
    audience: Audience;
    place: Place;
    told: ToldBecause | undefined;
    moment: Moment | undefined;
  },
): Promise<Card> {
  const { entry, audience, place, told, moment } = parts;
  const lead = [...leadOf(entry, told, moment), ...parts.lead];
  if (told !== 'in_force_then') return presentEntry(ctx, { ...parts, lead });
  const day = moment?.kind === 'then' ? moment.until : entry.validUntil || audience.day;
  const card = await presentEntry(ctx, { ...parts, lead, audience: { ...audience, day } });
  const [current] = await findServed(ctx.db, [entry.replacedBy || entry.number], audience);
  if (!current) return card;
  const button = { text: words.current, action: 'policy.show', value: { number: current.number, place } };
  return { ...card, blocks: [...card.blocks, { kind: 'buttons', buttons: [button] }] };
}

function leadOf(entry: Entry, told: ToldBecause | undefined, moment: Moment | undefined): string[] {
  if (told === 'in_force_then') return [words.inForceThen(moment?.said ?? '', entry.validUntil)];
  if (told === 'only_later') return [words.onlyLater(moment?.said ?? '', entry.validFrom)];
  return told === 'replaced' ? [words.replaced] : [];
}
