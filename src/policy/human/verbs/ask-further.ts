import { handedQuestion } from '../../../../db/schema/index.ts';
import type { Card } from '../../../chat/card.ts';
import { textCard } from '../../../chat/cards.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { maskedQuestion, QUESTION_LENGTH } from '../../guard/rules/mask.ts';
import { editorsOf, messagesTo, openQuestionOf, replyKey } from '../hand-over.ts';
import { findFurther, findHanded, wasSentTo } from '../repo.ts';
import { turnedDown } from '../turned-down.ts';
import { askerWords, editorWords, replyWords as words } from '../words.ts';

/** The one question back on a human's answer, from whoever received it. */
export async function askFurther(
  ctx: Ctx,
  { id, text: said }: { id: string; text: string },
): Promise<Outcome<Card>> {
  const { db, actor, ids, now } = ctx;
  const before = await findHanded(db, id);
  if (before?.state !== 'answered') throw new AppError('not_found', editorWords.unknown);
  const openId = actor.kind === 'person' ? actor.openId : '';
  if (!(await wasSentTo(db, replyKey(id), openId))) throw new AppError('forbidden', words.notYours);
  const declined = turnedDown(said);
  if (declined) throw new AppError('invalid', declined.text);
  if (before.follows !== null) throw new AppError('conflict', words.furtherTwice);
  const text = maskedQuestion(said, QUESTION_LENGTH);
  const sent = textCard(words.furtherTitle, words.furtherSent, 'success');
  const earlier = await findFurther(db, id);
  if (earlier?.text === text) return outcome(sent);
  if (earlier) throw new AppError('conflict', words.furtherTwice);
  const { number, office, county } = before;
  const handed = openQuestionOf({
    id: ids.next(),
    asker: openId,
    text,
    number,
    office,
    county,
    follows: id,
    createdAt: now,
  });
  const editors = await editorsOf(ctx, handed);
  if (editors.length === 0) throw new AppError('unavailable', askerWords.noEditor);
  return outcome(sent, {
    writes: [db.insert(handedQuestion).values(handed)],
    messages: messagesTo(editors, handed, { before }),
  });
}
