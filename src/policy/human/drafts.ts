import { question, questionRevision } from '../../../db/schema/index.ts';
import { actorId } from '../../kernel/actor.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { auditRow } from '../../store/statement.ts';
import { type Content, contentOf } from '../content.ts';
import { findNewest, findNumbers } from './repo.ts';

/** Answers in the knowledge base need a document; until an editor names one, a draft has none. */
type Written = Pick<Content, 'question' | 'answer' | 'document' | 'office'> & { like: string[] };

/** A new entry that nobody is served before it has been reviewed and published. Two at once get two numbers. */
export async function draftOf(ctx: Ctx, written: Written): Promise<{ number: string; writes: Statement[] }> {
  const number = await nextNumber(ctx);
  const content: Content = {
    number,
    unlike: [],
    documentNumber: '',
    clause: '',
    validFrom: '',
    validUntil: '',
    units: [],
    phone: '',
    topic: '',
    factIds: [],
    localFigures: [],
    replacedBy: '',
    ...written,
  };
  return {
    number,
    writes: [
      ctx.db.insert(question).values({ number, publishedRevision: null }),
      ...revisionOf(ctx, content, 1),
    ],
  };
}

/** A further way of asking for an entry, as a draft of its next text; undefined when it knows that way already. */
export async function phrasingOf(
  ctx: Ctx,
  { number, phrase }: { number: string; phrase: string },
): Promise<Statement[] | undefined> {
  const newest = await findNewest(ctx.db, number);
  if (!newest || newest.question === phrase || newest.like.includes(phrase)) return undefined;
  const content = contentOf(newest);
  return revisionOf(ctx, { ...content, like: [...content.like, phrase] }, newest.revision + 1);
}

function revisionOf(ctx: Ctx, content: Content, revision: number): Statement[] {
  return [
    ctx.db
      .insert(questionRevision)
      .values({ ...content, revision, author: actorId(ctx.actor), createdAt: ctx.now }),
    auditRow(ctx, 'policy.draft', content.number, { revision }),
  ];
}

/** `RG20260622-1`: entries that began as a question to a human, by day. */
async function nextNumber({ db, now }: Ctx): Promise<string> {
  const prefix = `RG${dayOf(now).replaceAll('-', '')}-`;
  const taken = (await findNumbers(db, prefix)).map((number) => Number(number.slice(prefix.length)));
  return `${prefix}${Math.max(0, ...taken.filter(Number.isInteger)) + 1}`;
}
