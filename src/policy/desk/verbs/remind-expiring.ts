import { and, eq, gt, lte, or } from 'drizzle-orm';
import { question, questionRevision } from '../../../../db/schema/index.ts';
import type { Slot } from '../../../chat/job.ts';
import type { Message } from '../../../chat/message.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { addDays, dayOf } from '../../../kernel/day.ts';
import type { Ctx } from '../../../store/context.ts';
import { findEditors } from '../../human/repo.ts';
import { editorsFor } from '../../human/rules/editors.ts';
import { type Expiring, expiringCard } from '../cards-told.ts';
import { countyOf } from '../repo.ts';

/** Domain 7: editors are reminded so many days before a document ends. */
const BEFORE_DAYS = 60;

/** The job comes once a week, so each end is met by one of its weeks and never by two. */
const WEEK = 7;

const LIFE_MS = 5 * 86_400_000;

/** Tells the owners once of what ends in 60 days, and of what they wanted to look at again by now. */
export async function remindExpiring(ctx: Ctx, slot: Slot): Promise<Outcome<{ next: undefined }>> {
  const due = await findDue(ctx, slot.dueAt);
  if (due.length === 0) return outcome({ next: undefined });
  const editors = await findEditors(ctx);
  const owned = await Promise.all(
    due.map(async (entry) => {
      const county = ctx.host.level === 'county' ? '' : await countyOf(ctx.db, entry.units);
      return { entry, owners: editorsFor(editors, { office: entry.office, county }) };
    }),
  );
  const openIds = [...new Set(owned.flatMap(({ owners }) => owners.map(({ openId }) => openId)))];
  const messages = openIds.map((openId): Message => {
    const own = owned.filter(({ owners }) => owners.some((owner) => owner.openId === openId));
    return {
      key: `policy.expiring@${slot.id}:${openId}`,
      to: { kind: 'person', openId },
      card: expiringCard(own.map(({ entry }) => entry)),
      kind: 'duty',
      notAfter: slot.dueAt + LIFE_MS,
    };
  });
  return outcome({ next: undefined }, { messages });
}

async function findDue({ db }: Ctx, at: number): Promise<(Expiring & { office: string; units: string[] })[]> {
  const today = dayOf(at);
  const last = addDays(today, BEFORE_DAYS);
  const { validUntil, number, office, units } = questionRevision;
  return db
    .select({
      number,
      question: questionRevision.question,
      validUntil,
      office,
      units,
      reviewBy: question.reviewBy,
    })
    .from(question)
    .innerJoin(
      questionRevision,
      and(
        eq(questionRevision.number, question.number),
        eq(questionRevision.revision, question.publishedRevision),
      ),
    )
    .where(
      and(
        eq(question.enabled, true),
        eq(questionRevision.replacedBy, ''),
        or(
          and(gt(validUntil, addDays(last, -WEEK)), lte(validUntil, last)),
          and(gt(question.reviewBy, addDays(today, -WEEK)), lte(question.reviewBy, today)),
        ),
      ),
    )
    .orderBy(validUntil, number)
    .limit(LISTED);
}

/** What nobody gets through in a week anyway. */
const LISTED = 50;
