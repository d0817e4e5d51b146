import type { Message } from '../../chat/message.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { INDICATORS, levelName } from '../../counts/window.ts';
import type { Month } from '../../kernel/period.ts';
import { findCoordinators, findHolders, findUnits, type UnitRow } from '../../people/repo.ts';
import type { Ctx } from '../../store/context.ts';
import { type Told, warningCard } from '../cards.ts';
import { findToSend, type NoticeRow } from '../repo.ts';
import { audienceOf } from '../rules/audience.ts';
import { cardWords as words } from '../words.ts';

const PEOPLE_PER_STEP = 20;

/** One card per person and month with all that concerns them; `after` is the last person who has been told. */
export async function tellPeople(
  ctx: Ctx,
  { month, after }: { month: Month; after: string },
): Promise<Outcome<{ next: string | undefined }>> {
  const notices = await findToSend(ctx.db, month);
  const scopes = notices.map((notice) => notice.scope);
  const units = new Map(
    (await findUnits(ctx.db, scopes)).map((unit, i) => [unit.code, { ...unit, place: i }]),
  );
  const ordered = inFixedOrder(notices, units);
  const told = await byPerson(ctx, ordered, units);
  const people = [...told.keys()].sort().filter((openId) => openId > after);
  const now = people.slice(0, PEOPLE_PER_STEP);
  const messages = now.map(
    (openId): Message => ({
      key: `warnings@${month}:${openId}`,
      to: { kind: 'person', openId },
      card: warningCard(month, told.get(openId) ?? []),
      kind: 'duty',
      subject: `warnings:${month}`,
    }),
  );
  return outcome({ next: people.length > now.length ? `person:${now.at(-1)}` : undefined }, { messages });
}

/** Levels first, then units as the roster has them; never by value. */
function inFixedOrder(
  notices: readonly NoticeRow[],
  units: ReadonlyMap<string, { place: number }>,
): NoticeRow[] {
  const place = (row: NoticeRow) => units.get(row.scope)?.place ?? -1;
  return notices.toSorted(
    (a, b) =>
      place(a) - place(b) ||
      a.county.localeCompare(b.county) ||
      INDICATORS.indexOf(a.indicator) - INDICATORS.indexOf(b.indicator),
  );
}

async function byPerson(
  ctx: Ctx,
  notices: readonly NoticeRow[],
  units: ReadonlyMap<string, UnitRow>,
): Promise<Map<string, Told[]>> {
  const counties = [...new Set(notices.map((notice) => notice.county))];
  const coordinators = new Map(
    await Promise.all(
      counties.map(async (county) => [county, await findCoordinators(ctx.db, county)] as const),
    ),
  );
  const liaisons = Map.groupBy(await findHolders(ctx.db, 'liaison', [...units.keys()]), (h) => h.unit);
  const told = new Map<string, Told[]>();
  for (const { scope, county, indicator, level, evidence } of notices) {
    const unit = scope === levelName(county) ? undefined : units.get(scope);
    const audience = audienceOf(level, unit?.tier);
    const people = new Set(
      [
        ...(audience.coordinators ? (coordinators.get(county) ?? []) : []),
        ...(audience.liaison ? (liaisons.get(scope) ?? []) : []),
      ].map((holder) => holder.openId),
    );
    const one = { name: unit?.name ?? words.levelScope(county), indicator, level, evidence };
    for (const openId of people) told.set(openId, [...(told.get(openId) ?? []), one]);
  }
  return told;
}
