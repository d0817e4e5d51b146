import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { declinedCard } from '../../cards.ts';
import { findContact } from '../../contact.ts';
import { audienceOf, findServed } from '../../repo.ts';
import { search } from '../../retrieval/search.ts';
import { NEAR_FROM } from '../../rules/gate.ts';
import { previewCard, writeCard } from '../cards.ts';
import { remembered } from '../remember.ts';
import { findEditors, levelOf } from '../repo.ts';
import { editorsFor } from '../rules/editors.ts';
import { turnedDown } from '../turned-down.ts';

/** A question written for a human: what would be sent and to whom. The nearest entry tells which office it is for. */
export async function writeQuestion(ctx: Ctx, { text: said }: { text: string }): Promise<Outcome<Card>> {
  const declined = turnedDown(said);
  if (declined) return outcome(declinedCard(declined));
  const contact = await findContact(ctx.db);
  const audience = audienceOf(ctx);
  const found = (await search(ctx.db, said, audience)).entries.find(({ vetoed }) => !vetoed);
  const near = found && found.confidence >= NEAR_FROM ? [found.number] : [];
  const [entry] = await findServed(ctx.db, near, audience);
  const editors = editorsFor(await findEditors(ctx), { office: entry?.office ?? '', county: levelOf(ctx) });
  if (editors.length === 0)
    return outcome(writeCard({ entry, contact, hasEditors: false, forgotten: false }));
  const { asked, text, writes } = remembered(ctx, said);
  return outcome(previewCard({ asked, text, number: entry?.number ?? '', editors, contact }), { writes });
}
