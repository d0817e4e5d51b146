import type { Card } from '../../chat/card.ts';
import { textCard } from '../../chat/cards.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { joinRich, rich } from '../../chat/rich.ts';
import { grantsOf, requireRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { findCorrections } from '../repo-corrections.ts';
import { correctionWords as words } from '../words-list.ts';

/** Lines that are still read on a phone. */
const SHOWN = 20;

/** 更正记录: what was corrected last, from what to what, why and by whom; of one's own units, or of one's level. */
export async function showCorrections(ctx: Ctx): Promise<Outcome<Card>> {
  requireRole(ctx.actor, 'liaison', 'coordinator');
  const grants = grantsOf(ctx.actor);
  const units = grants.filter(({ role }) => role === 'liaison').map(({ unit }) => unit);
  const counties = grants.filter(({ role }) => role === 'coordinator').map(({ county }) => county);
  const rows = await findCorrections(ctx.db, { units, counties, limit: SHOWN + 1 });
  if (rows.length === 0) return outcome(textCard(words.title, words.none));
  return outcome<Card>({
    title: words.title,
    tone: 'info',
    blocks: [
      {
        kind: 'text',
        text: joinRich(
          rows.slice(0, SHOWN).map((row) => rich`- ${words.line(row)}`),
          '\n',
        ),
      },
      ...(rows.length > SHOWN ? [{ kind: 'note' as const, text: words.more(SHOWN) }] : []),
    ],
  });
}
