import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { findContact } from '../../contact.ts';
import { audienceOf, findServed } from '../../repo.ts';
import { previewCard, writeCard } from '../cards.ts';
import { findAsked, findEditors, levelOf } from '../repo.ts';
import { editorsFor } from '../rules/editors.ts';

/** What is sent when one says yes; `asked` is empty when the question was never told or is kept no longer. */
export interface Wish {
  asked: string;
  /** The entry that was answered with or near; empty when there was none. */
  number: string;
}

/**
 * Shows once what would be sent and to whom; nothing is stored. Without a question, or without anybody to send it to,
 * names office and phone, and says who has to enter what is missing.
 */
export async function offerHandOver(ctx: Ctx, { asked, number }: Wish): Promise<Outcome<Card>> {
  const contact = await findContact(ctx.db);
  const [entry] = await findServed(ctx.db, number ? [number] : [], audienceOf(ctx));
  const all = await findEditors(ctx);
  const editors = editorsFor(all, { office: entry?.office ?? '', county: levelOf(ctx) });
  const known = asked ? await findAsked(ctx.db, asked) : undefined;
  if (!known || editors.length === 0) {
    const forgotten = asked !== '' && !known;
    return outcome(writeCard({ entry, contact, hasEditors: editors.length > 0, forgotten }));
  }
  return outcome(previewCard({ asked, number, text: known.text, editors, contact }));
}
