import type { Slot } from '../../../chat/job.ts';
import type { Message } from '../../../chat/message.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import { findCoordinators, findHolders } from '../../../people/repo.ts';
import type { Ctx } from '../../../store/context.ts';
import { UNITS_PER_STEP } from '../../step.ts';
import { partCard } from '../cards.ts';
import { officeCard } from '../cards-office.ts';
import { officeSubject, partSubject, readNames, readOffice } from '../office.ts';
import { findTakingPart, type Part, readParts } from '../read-part.ts';
import { findReleased, type ReconciliationRow } from '../repo.ts';

/** Workdays after the release until the one reminder (BR-17 allows two; a year's matter is no hurry). */
const NUDGE_AFTER = 5;

/**
 * Every morning, for each level that was released: one card for each unit with something to explain, once; one reminder
 * later; and one word to the offices when all is level. Each has a key of its own, so nothing comes twice. The slot is
 * a day, the cursor the level and the unit it has come to.
 */
export async function askUnits(
  ctx: Ctx,
  slot: Slot,
  cursor: string | undefined,
): Promise<Outcome<{ next: string | undefined }>> {
  const nothing = outcome({ next: undefined });
  if (dayOf(ctx.now) !== slot.id) return nothing;
  const [place = '', after = ''] = cursor === undefined ? [] : (JSON.parse(cursor) as string[]);
  const levels = await findReleased(ctx.db);
  const at = levels.findIndex((row) => placeOf(row) >= place);
  const row = levels[at];
  if (!row) return nothing;
  const same = placeOf(row) === place;
  const { year, county } = row;
  const units = (await findTakingPart(ctx, year, { county }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .filter((unit) => !same || unit.code > after)
    .slice(0, UNITS_PER_STEP);
  const parts = await readParts(ctx, year, units);
  const messages = await askThem(ctx, row, parts);
  if (units.length === UNITS_PER_STEP)
    return outcome({ next: JSON.stringify([placeOf(row), units.at(-1)?.code]) }, { messages });
  const following = levels[at + 1];
  return outcome(
    { next: following && JSON.stringify([placeOf(following), '']) },
    { messages: [...messages, ...(await tellOffices(ctx, year, county))] },
  );
}

async function askThem(ctx: Ctx, row: ReconciliationRow, parts: readonly Part[]): Promise<Message[]> {
  const asked = parts.filter((part) => part.turn === 'open');
  const names = await readNames(ctx, asked);
  const codes = asked.map((part) => part.unit.code);
  const liaisons = Map.groupBy(await findHolders(ctx.db, 'liaison', codes), (holder) => holder.unit);
  const nudging = ctx.calendar.addWorkdays(dayOf(row.releasedAt ?? ctx.now), NUDGE_AFTER) <= dayOf(ctx.now);
  const kind = nudging ? 'nudge' : 'card';
  return asked.flatMap((part) =>
    (liaisons.get(part.unit.code) ?? []).map(
      ({ openId }): Message => ({
        key: `counts.reconcile-${kind}@${row.year}:${part.unit.code}:${openId}`,
        to: { kind: 'person', openId },
        card: partCard(part, names),
        kind: 'duty',
        subject: partSubject(row.year, part.unit.code),
      }),
    ),
  );
}

async function tellOffices(ctx: Ctx, year: number, county: string): Promise<Message[]> {
  const office = await readOffice(ctx, year, county);
  if (office.parts.some((part) => part.turn !== 'settled')) return [];
  return (await findCoordinators(ctx.db, county)).map(({ openId }) => ({
    key: `counts.reconcile-level@${year}:${county}:${openId}`,
    to: { kind: 'person', openId },
    card: officeCard(office),
    kind: 'notice',
    subject: officeSubject(year, county),
  }));
}

function placeOf({ year, county }: ReconciliationRow): string {
  return `${year}:${county}`;
}
