import { textCard } from '../../../chat/cards.ts';
import type { ClickAnswer } from '../../../chat/feature.ts';
import type { Message } from '../../../chat/message.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { brokenRule } from '../../../delivery/manners.ts';
import { actorId } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isMonth } from '../../../kernel/period.ts';
import { findCoordinators } from '../../../people/repo.ts';
import { personalNumberIn } from '../../../people/rules/personal-number.ts';
import { coordinates } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { isSecret } from '../../items/rules/lexicon-marks.ts';
import { reportWords } from '../../words-report.ts';
import { MAX_TEXT, reviewCard, rewordCard } from '../cards.ts';
import { readStated } from '../lexicon.ts';
import { type Review, readReview, reviewOf } from '../read-review.ts';
import { contradictions } from '../rules/stated.ts';
import { reviewWords as words } from '../words.ts';
import { releaseWrites } from '../write-review.ts';

export interface Release {
  period: string;
  county: string;
  /** What the clicked card showed. */
  revision: number;
  figures: string;
  /** From the form; undefined when the text is released as it was shown. */
  text?: string;
  /** The text that the person has been asked about already. */
  sure: string;
}

/**
 * A person releases a report: exactly what they have seen. Whoever was slower, or saw figures that have moved since,
 * gets the newest state to look at. @throws AppError forbidden, invalid (entries stay)
 */
export async function releaseReview(ctx: Ctx, input: Release): Promise<Outcome<ClickAnswer>> {
  const { period, county } = input;
  if (!coordinates(ctx.actor, county)) throw new AppError('forbidden', reportWords.forbidden);
  const review = await readReview(ctx, period, county);
  const { row } = review;
  const newest = input.revision === (row?.revision ?? 1);
  // A card that has been overtaken most likely showed the machine's draft.
  const text = (input.text ?? (newest ? review.text : review.draft)).replace(/\r\n?/g, '\n').trim();
  const problem = problemOf(text);
  if (problem) throw new AppError('invalid', problem);
  if (row?.state === 'released' && row.text === text && !review.moved)
    return answer('info', words.already(row.authorName), review);
  const typed = input.text === undefined ? undefined : { text, sure: input.sure };
  if (!newest) return look(review, words.otherText(row?.authorName ?? ''), typed);
  if (input.figures !== review.figures) return look(review, words.moved, typed);
  const planOf = new Map(
    review.report.indicators.map(({ indicator, statistics }) => [indicator, statistics.plan.value]),
  );
  const wrong = contradictions(readStated(text), (indicator) => planOf.get(indicator) ?? null);
  if (wrong.length > 0 && input.sure !== sureOf(text))
    return outcome<ClickAnswer>({
      toast: { tone: 'warning', text: words.sure },
      card: rewordCard(review, { text, warning: words.contradiction(wrong), sure: sureOf(text) }),
    });
  const next = {
    period,
    county,
    revision: (row?.revision ?? 0) + 1,
    state: 'released' as const,
    text,
    figures: review.figures,
    author: actorId(ctx.actor),
    authorName: ctx.actor.kind === 'person' ? ctx.actor.name : '',
    createdAt: ctx.now,
  };
  const released = reviewOf(review.report, next, review.asides);
  const done = answer('success', words.done, released);
  return { ...done, writes: releaseWrites(ctx, review, text), messages: await tellOthers(ctx, released) };
}

function problemOf(text: string): string | undefined {
  if (text === '') return words.empty;
  if (text.length > MAX_TEXT) return words.tooLong(MAX_TEXT);
  if (isSecret(text)) return words.secret;
  if (personalNumberIn(text)) return words.personalNumber;
  // What presses or ranks would be stopped on its way out (BR-04, BR-09): the author is told now.
  const card = textCard(words.textTitle, text);
  return brokenRule(card, { asked: false, group: false, names: [] }) ? words.pressing : undefined;
}

/** A text is told from another by its length and its figures: enough to know that the very same was asked about. */
const sureOf = (text: string) => `${text.length}:${[...text.matchAll(/\d+/g)].join('.')}`.slice(0, 200);

function answer(tone: 'success' | 'info', text: string, review: Review): Outcome<ClickAnswer> {
  return outcome<ClickAnswer>({ toast: { tone, text }, card: reviewCard(review) });
}

/** Nothing is released unseen: the newest state, with what was typed if a form was open. */
function look(review: Review, text: string, typed?: { text: string; sure: string }): Outcome<ClickAnswer> {
  const toast = { tone: 'warning' as const, text };
  return outcome<ClickAnswer>({
    toast,
    card: typed
      ? rewordCard(review, {
          text: typed.text,
          sure: typed.sure,
          warning: { parts: [{ kind: 'data', text }] },
        })
      : reviewCard(review),
  });
}

/** Reviews go to the other coordinators of the level; a month they have on a card of their own. */
async function tellOthers(ctx: Ctx, review: Review): Promise<Message[]> {
  const { period, county } = review.report;
  if (isMonth(period)) return [];
  const author = ctx.actor.kind === 'person' ? ctx.actor.openId : '';
  const holders = await findCoordinators(ctx.db, county);
  return [...new Set(holders.map(({ openId }) => openId))]
    .filter((openId) => openId !== author)
    .map((openId) => ({
      key: `counts.released@${period}:${county}:${review.row?.revision ?? 0}:${openId}`,
      to: { kind: 'person', openId },
      card: reviewCard(review),
      kind: 'notice',
      subject: `counts.review:${period}:${county}`,
    }));
}
