import { askedQuestion } from '../../../db/schema/index.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { maskedQuestion, QUESTION_LENGTH } from '../guard/rules/mask.ts';

export interface Remembered {
  asked: string;
  /** As it is kept and would be sent. */
  text: string;
  writes: Statement[];
}

/** Keeps a question for a day or two, masked and without its asker, so that nobody types it twice on the way to a human. */
export function remembered(ctx: Ctx, said: string): Remembered {
  const asked = ctx.ids.next();
  const text = maskedQuestion(said, QUESTION_LENGTH);
  return {
    asked,
    text,
    writes: [ctx.db.insert(askedQuestion).values({ id: asked, text, createdAt: ctx.now })],
  };
}
