import type { Message } from '../../chat/message.ts';
import { findDelivered } from '../../delivery/find-delivered.ts';
import { findCoordinators, findHolders } from '../../people/repo.ts';
import type { Ctx } from '../../store/context.ts';
import { countyOf, type Filing, type Places } from '../places.ts';
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

/** Whoever did it sees it on the card in hand. */
export function others(ctx: Ctx, holders: readonly { openId: string }[]): string[] {
  const self = ctx.actor.kind === 'person' ? ctx.actor.openId : '';
  return [...new Set(holders.map(({ openId }) => openId))].filter((openId) => openId !== self);
}
