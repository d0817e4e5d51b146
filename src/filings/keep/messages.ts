import type { Card } from '../../chat/card.ts';
import type { Message } from '../../chat/message.ts';
import type { Rich } from '../../chat/rich.ts';
import { findDelivered } from '../../delivery/find-delivered.ts';
import { addDays } from '../../kernel/day.ts';
import { findCoordinators, findHolders } from '../../people/repo.ts';
import { hasRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { clashBlocks } from '../offices/cards.ts';
import { countyOf, type Filing, type Places } from '../places.ts';
import { CLASH_DAYS, type Clash, clashes } from '../rules/clashes.ts';
import type { ComingRow } from '../verbs/find-clashes.ts';
import { readComing } from '../verbs/find-clashes.ts';
import { decideButtons, filingCard, openButton } from './cards.ts';
import { noticeWords, keepWords as words } from './words.ts';

/** What waits for the offices of a level; taken back when it is decided or withdrawn. */
export function waitingSubject(number: string): string {
  return `filings.waiting:${number}`;
}

/** To the offices of the organiser's level: what of it is unannounced stays with the organiser. */
export async function waitingMessages(
  ctx: Ctx,
  places: Places,
  row: Filing,
  hints: readonly string[],
): Promise<Message[]> {
  const card = filingCard(places, row, {
    title: words.decideTitle,
    tone: 'notice',
    lead: noticeWords.waiting(row.organiserName),
    hints,
    buttons: decideButtons(row),
    open: row.kind !== 'unannounced',
  });
  const offices = await findCoordinators(ctx.db, countyOf(places, row.organisers));
  return others(ctx, offices).map((openId) => ({
    key: `filings.waiting@${row.number}:${row.revision}:${openId}`,
    to: { kind: 'person', openId },
    card,
    kind: 'duty',
    subject: waitingSubject(row.number),
  }));
}

/** To whoever holds the organiser's post now, not to whoever entered it. */
export async function decidedMessages(ctx: Ctx, places: Places, row: Filing): Promise<Message[]> {
  const card = filingCard(places, row, {
    title: words.decidedTitle(row.state),
    tone: row.state === 'filed' ? 'success' : 'notice',
    lead: noticeWords.decided(row.state),
    buttons: [openButton(row)],
    open: true,
  });
  const holders = await findHolders(ctx.db, 'liaison', row.organisers);
  return others(ctx, holders).map((openId) => ({
    key: `filings.decided@${row.number}:${row.revision}:${openId}`,
    to: { kind: 'person', openId },
    card,
    kind: 'notice',
  }));
}

/** The cards of the other offices say how it ended. */
export async function settledPatches(
  ctx: Ctx,
  places: Places,
  row: Filing,
  clicked: string,
): Promise<Message[]> {
  const delivered = await findDelivered(ctx.db, [waitingSubject(row.number)], ctx.now);
  const card = filingCard(places, row, { open: row.kind !== 'unannounced' });
  return delivered
    .filter(({ messageId }) => messageId !== clicked)
    .map(({ messageId }) => ({
      key: `filings.settled@${row.number}:${row.revision}:${messageId}`,
      to: { kind: 'patch', messageId },
      card,
      kind: 'patch',
    }));
}

/** Where this one meets others within 10 days, by township; what is unannounced meets nobody. */
export async function clashesOf(
  ctx: Ctx,
  places: Places,
  row: { number: string; places: string[]; startDay: string; endDay: string },
): Promise<Clash<ComingRow>[]> {
  const from = addDays(row.startDay, -CLASH_DAYS);
  const to = addDays(row.endDay, CLASH_DAYS);
  const { inspections, research } = await readComing(ctx, places, from, to);
  const known = [...inspections, ...research].filter(({ number }) => number !== row.number);
  const mine: ComingRow = {
    kind: '',
    number: row.number,
    name: '',
    organiser: '',
    organiserName: '',
    targets: row.places,
    start: row.startDay,
    end: row.endDay,
    pending: false,
  };
  const townships = new Set(places.townships.map(({ code }) => code));
  return clashes([...known, mine], townships)
    .filter(({ stays }) => stays.includes(mine))
    .map(({ unit, stays }) => ({ unit, stays: stays.filter((stay) => stay !== mine) }));
}

/** On the card in hand, where that is an office's: nobody else is told what comes to a township. */
export function clashHint(ctx: Ctx, text: (count: number) => string, count: number): string[] {
  return count > 0 && hasRole(ctx.actor, 'coordinator') ? [text(count)] : [];
}

/** To the two offices only (domain 5): those of the townships' counties, and the organiser's own. */
export async function clashMessages(
  ctx: Ctx,
  places: Places,
  row: { number: string; name: string; revision: number; organisers: readonly string[] },
  found: readonly Clash<ComingRow>[],
): Promise<Message[]> {
  if (found.length === 0) return [];
  const counties = new Set([
    countyOf(places, row.organisers),
    ...found.map(({ unit }) => places.find(unit)?.county ?? ''),
  ]);
  const messages: Message[] = [];
  for (const county of [...counties].toSorted()) {
    const here = county === '' ? found : found.filter(({ unit }) => places.find(unit)?.county === county);
    const card = clashCard(noticeWords.clash(row.name), here, places);
    for (const openId of others(ctx, await findCoordinators(ctx.db, county)))
      messages.push({
        key: `filings.clash@${row.number}:${row.revision}:${openId}`,
        to: { kind: 'person', openId },
        card,
        kind: 'notice',
        subject: `filings.clash:${row.number}`,
      });
  }
  return messages;
}

function clashCard(lead: Rich, found: readonly Clash<ComingRow>[], places: Places): Card {
  return {
    title: noticeWords.clashTitle,
    tone: 'notice',
    blocks: [{ kind: 'text', text: lead }, ...clashBlocks(found, places)],
  };
}

/** Whoever did it sees it on the card in hand. */
function others(ctx: Ctx, holders: readonly { openId: string }[]): string[] {
  const self = ctx.actor.kind === 'person' ? ctx.actor.openId : '';
  return [...new Set(holders.map(({ openId }) => openId))].filter((openId) => openId !== self);
}
