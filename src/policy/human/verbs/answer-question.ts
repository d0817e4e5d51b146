import { and, eq } from 'drizzle-orm';
import { handedQuestion } from '../../../../db/schema/index.ts';
import type { Message } from '../../../chat/message.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { findDelivered } from '../../../delivery/find-delivered.ts';
import { replyTime } from '../../../delivery/reply-time.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow, mustChange } from '../../../store/statement.ts';
import { draftOf } from '../../desk/drafts.ts';
import { barredFromAnswers } from '../../rules/answer-text.ts';
import { replyCard } from '../cards.ts';
import { doneCard } from '../cards-editor.ts';
import { editorsOf, replyKey, subjectOf } from '../hand-over.ts';
import { findHanded, type Handed } from '../repo.ts';
import { editorWords as words } from '../words.ts';

export interface AnswerInput {
  id: string;
  answer: string;
  basis: string;
  /** Keep it as a draft entry as well. */
  draft: boolean;
  /** The card that was clicked: it changes by itself. */
  messageId: string;
}

export interface Answered {
  /** `before`: this editor sent this very answer already; `other`: somebody else's answer went out first. */
  state: 'now' | 'before' | 'other';
  handed: Handed;
}

/** The first answer goes to the asker, who is forgotten in the same effect; the other editors' cards say so. */
export async function answerQuestion(ctx: Ctx, input: AnswerInput): Promise<Outcome<Answered>> {
  const { db, actor, now } = ctx;
  const handed = await findHanded(db, input.id);
  if (!handed) throw new AppError('not_found', words.unknown);
  const openId = actor.kind === 'person' ? actor.openId : '';
  const editor = (await editorsOf(ctx, handed)).find((one) => one.openId === openId);
  if (!editor) throw new AppError('forbidden', words.notYours);
  if (handed.state === 'expired') throw new AppError('closed', words.expired);
  if (handed.state === 'answered') {
    const same = handed.editor === openId && handed.answer === input.answer;
    return outcome({ state: same ? 'before' : 'other', handed });
  }
  if (barredFromAnswers(input.answer) || barredFromAnswers(input.basis))
    throw new AppError('invalid', words.secret);
  const draft = input.draft ? await draftOf(ctx, draftFrom(handed, input, editor.unit)) : undefined;
  const ended = {
    state: 'answered' as const,
    asker: '',
    answer: input.answer,
    basis: input.basis,
    editor: openId,
    editorUnit: editor.unit,
    draft: draft?.number ?? '',
    endedAt: now,
  };
  const answered: Handed = { ...handed, ...ended };
  return outcome(
    { state: 'now', handed: answered },
    {
      writes: [
        db
          .update(handedQuestion)
          .set(ended)
          .where(and(eq(handedQuestion.id, handed.id), eq(handedQuestion.state, 'open'))),
        mustChange(),
        ...(draft?.writes ?? []),
        auditRow(ctx, 'policy.answer', handed.id, { draft: ended.draft }),
      ],
      cancels: [subjectOf(handed.id)],
      messages: [replyTo(ctx, handed.asker, answered), ...(await patches(ctx, answered, input.messageId))],
    },
  );
}

function draftFrom({ text }: Handed, { answer, basis }: AnswerInput, office: string) {
  return { question: text, like: [text], answer, document: basis, office };
}

function replyTo(ctx: Ctx, openId: string, answered: Handed): Message {
  const key = replyKey(answered.id);
  return {
    key,
    to: { kind: 'person', openId },
    card: replyCard(answered),
    kind: 'answer',
    ...replyTime(ctx, key),
  };
}

async function patches({ db, now }: Ctx, answered: Handed, clicked: string): Promise<Message[]> {
  const delivered = await findDelivered(db, [subjectOf(answered.id)], now);
  return delivered
    .filter(({ messageId }) => messageId !== clicked)
    .map(({ messageId, target }) => ({
      key: `policy.done@${answered.id}:${messageId}`,
      to: { kind: 'patch', messageId },
      card: doneCard(answered, target === answered.editor),
      kind: 'patch',
    }));
}
