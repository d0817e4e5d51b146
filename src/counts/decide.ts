import type { Card } from '../chat/card.ts';
import type { ClickAnswer } from '../chat/feature.ts';
import type { Message } from '../chat/message.ts';
import { type Outcome, outcome } from '../chat/outcome.ts';
import { findDelivered } from '../delivery/find-delivered.ts';
import { AppError } from '../kernel/errors.ts';
import type { Month } from '../kernel/period.ts';
import { requireUnit } from '../people/scope.ts';
import type { Ctx } from '../store/context.ts';
import { monthCard, registeredCard } from './cards.ts';
import { fingerprint } from './rules/indicator.ts';
import type { Shown, SubmissionReason } from './rules/submission.ts';
import { readUnitMonth, type UnitMonth } from './unit-month.ts';
import { answerWords as words } from './words.ts';
import { type Settlement, settle } from './write-figures.ts';

/** What every button of the month's cards carries, and the card it was clicked on. */
export interface MonthClick {
  month: Month;
  unit: string;
  shown: Shown;
  messageId: string;
}

/** Queued cards and nudges of one unit's month; they lose their reason together. */
export function subjectOf(month: Month, unit: string): string {
  return `counts:${month}:${unit}`;
}

/** One card of the month for each liaison of a unit, however often it is asked for. */
export function cardKey(month: Month, unit: string, openId: string): string {
  return `counts.card@${month}:${unit}:${openId}`;
}

/** @throws AppError forbidden for whoever is not the unit's liaison, not_found when the unit does not report. */
export async function openUnitMonth(ctx: Ctx, month: Month, unit: string): Promise<UnitMonth> {
  requireUnit(ctx.actor, 'liaison', unit);
  const view = await readUnitMonth(ctx, month, unit);
  if (!view) throw new AppError('not_found', words.notListed(month));
  return view;
}

/** The unit's month as it will stand once the settlement is committed. */
export function settled(ctx: Ctx, view: UnitMonth, { state, entries }: Settlement): UnitMonth {
  const person = ctx.actor.kind === 'person' ? ctx.actor : undefined;
  const revision = view.revision + 1;
  return {
    ...view,
    taken: true,
    state,
    revision,
    by: person?.openId ?? '',
    byName: person?.name ?? '',
    at: ctx.now,
    filled: { source: 'registered', entries: entries.map((entry) => ({ ...entry, from: 'registered' })) },
    shown: { revision, figures: fingerprint(entries) },
  };
}

/** Settles the month: figures, the other liaisons' cards brought up to date, nudges called off. */
export async function accept(
  ctx: Ctx,
  view: UnitMonth,
  settlement: Settlement,
  click: MonthClick,
  toast: string,
): Promise<Outcome<ClickAnswer>> {
  const card = monthCard(settled(ctx, view, settlement));
  return outcome<ClickAnswer>(
    { toast: { tone: 'success', text: toast }, card },
    {
      writes: settle(ctx, view, settlement),
      messages: await patches(ctx, new Map([[subjectOf(view.month, view.unit.code), card]]), click.messageId),
      cancels: [subjectOf(view.month, view.unit.code)],
    },
  );
}

/** Brings delivered cards up to date, by subject; the clicked one is answered anyway. */
export async function patches(ctx: Ctx, cards: ReadonlyMap<string, Card>, except = ''): Promise<Message[]> {
  const delivered = await findDelivered(ctx.db, [...cards.keys()], ctx.now);
  return delivered.flatMap(({ subject, messageId }): Message[] => {
    const card = cards.get(subject);
    if (!card || messageId === except) return [];
    return [
      {
        key: `counts.patch@${messageId}:${ctx.ids.next()}`,
        to: { kind: 'patch', messageId },
        card,
        kind: 'patch',
      },
    ];
  });
}

/** Nothing was changed; the person sees how things stand and what to do. */
export function unchanged(view: UnitMonth, reason: SubmissionReason): Outcome<ClickAnswer> {
  const toasts: Partial<Record<SubmissionReason, NonNullable<ClickAnswer['toast']>>> = {
    already_so: { tone: 'success', text: words.alreadySo },
    other_was_faster: { tone: 'warning', text: words.otherWasFaster(view.byName, view.at) },
    figures_moved: { tone: 'warning', text: words.figuresMoved },
    round_closed: { tone: 'warning', text: words.roundClosed(view.month) },
  };
  const toast = toasts[reason];
  const card = view.ahead ? registeredCard(view, view.filled.entries) : monthCard(view);
  return outcome<ClickAnswer>({ ...(toast ? { toast } : {}), card });
}
