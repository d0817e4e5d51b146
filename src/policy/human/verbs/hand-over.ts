import { eq } from 'drizzle-orm';
import { askedQuestion, handedQuestion } from '../../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { audienceOf, type Entry, findServed } from '../../repo.ts';
import { messagesTo, openQuestionOf } from '../hand-over.ts';
import { findAsked, findEditors, findHanded, levelOf } from '../repo.ts';
import { type Editor, editorsFor } from '../rules/editors.ts';
import { askerWords as words } from '../words.ts';
import type { Wish } from './offer-hand-over.ts';

export interface HandedOver {
  state: 'sent' | 'sent_before';
  editors: Editor[];
  entry: Entry | undefined;
}

/**
 * Sends a question to the editors of its topic. A second click finds it sent. Who asked stands nowhere but in the
 * question's own row, and there until it is answered: that is why this leaves no audit.
 */
export async function handOver(ctx: Ctx, { asked, number }: Wish): Promise<Outcome<HandedOver>> {
  const { db, actor, now } = ctx;
  if (actor.kind !== 'person') throw new AppError('forbidden', words.forgotten);
  const [entry] = await findServed(db, number ? [number] : [], audienceOf(ctx));
  const office = entry?.office ?? '';
  const county = levelOf(ctx);
  const editors = editorsFor(await findEditors(ctx), { office, county });
  if (await findHanded(db, asked)) return outcome({ state: 'sent_before', editors, entry });
  const known = await findAsked(db, asked);
  if (!known) throw new AppError('not_found', words.forgotten);
  if (editors.length === 0) throw new AppError('unavailable', words.noEditor);
  const handed = openQuestionOf({
    id: asked,
    asker: actor.openId,
    text: known.text,
    number: entry?.number ?? '',
    office,
    county,
    follows: null,
    createdAt: now,
  });
  return outcome(
    { state: 'sent', editors, entry },
    {
      writes: [
        db.insert(handedQuestion).values(handed),
        db.delete(askedQuestion).where(eq(askedQuestion.id, asked)),
      ],
      messages: messagesTo(editors, handed, { entry }),
    },
  );
}
