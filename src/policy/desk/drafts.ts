import { question, questionRevision } from '../../../db/schema/index.ts';
import { actorId } from '../../kernel/actor.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { auditRow } from '../../store/statement.ts';
import type { Content } from '../content.ts';
import { contentOf } from '../content.ts';
import { unitsOfEditor } from './reach.ts';
import { findNewest, findNumbers } from './repo.ts';
import { changedFields, EMPTY_TEXT, type EntryText } from './rules/entry-text.ts';

/** Answers in the knowledge base need a document; until an editor names one, a draft has none. */
type Written = Pick<EntryText, 'question' | 'like' | 'answer' | 'document' | 'office'>;

/** A new entry that nobody is served before it has been reviewed and published. Two at once get two numbers. */
export async function draftOf(ctx: Ctx, written: Written): Promise<{ number: string; writes: Statement[] }> {
  const number = await nextNumber(ctx);
  const text = { ...EMPTY_TEXT, units: await unitsOfEditor(ctx), ...written };
  return { number, writes: newEntryOf(ctx, number, text) };
}

/** The question and its first text. */
export function newEntryOf(ctx: Ctx, number: string, text: EntryText): Statement[] {
  return [
    ctx.db.insert(question).values({ number, publishedRevision: null }),
    ...revisionOf(ctx, { number, ...text }, 0),
  ];
}

/** A further way of asking for an entry, as a draft of its next text; undefined when it knows that way already. */
export async function phrasingOf(
  ctx: Ctx,
  { number, phrase }: { number: string; phrase: string },
): Promise<Statement[] | undefined> {
  const newest = await findNewest(ctx.db, number);
  if (!newest || newest.question === phrase || newest.like.includes(phrase)) return undefined;
  const content = contentOf(newest);
  return revisionOf(ctx, { ...content, like: [...content.like, phrase] }, newest.revision, contentOf(newest));
}

/** The next text on top of this one. Revisions stay as they are, so that their numbers tell what was before and after. */
export function revisionOf(ctx: Ctx, content: Content, base: number, before?: EntryText): Statement[] {
  const revision = base + 1;
  return [
    ctx.db
      .insert(questionRevision)
      .values({ ...content, revision, author: actorId(ctx.actor), createdAt: ctx.now }),
    auditRow(ctx, 'policy.draft', content.number, {
      before: base,
      after: revision,
      revision,
      ...(before && { fields: changedFields(before, content) }),
    }),
  ];
}

/** `RG20260622-1`: entries that began in the house, by day. */
export async function nextNumber({ db, now }: Ctx): Promise<string> {
  const prefix = `RG${dayOf(now).replaceAll('-', '')}-`;
  const taken = (await findNumbers(db, prefix)).map((number) => Number(number.slice(prefix.length)));
  return `${prefix}${Math.max(0, ...taken.filter(Number.isInteger)) + 1}`;
}
