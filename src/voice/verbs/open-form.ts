import type { Card } from '../../chat/card.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { sensitiveInComplaint } from '../../kernel/guard/sensitive.ts';
import { normaliseText } from '../../kernel/text.ts';
import type { Ctx } from '../../store/context.ts';
import { formCard, TEXT_LENGTH } from '../cards.ts';
import { drawNumber } from '../draw-number.ts';
import type { VoiceKind } from '../rules/kind.ts';

/** An empty form, or one with what was typed behind the command, unless that must not be kept even for a moment. */
export async function openForm(
  ctx: Ctx,
  { kind, text }: { kind: VoiceKind; text: string },
): Promise<Outcome<Card>> {
  const typed = Array.from(normaliseText(text)).slice(0, TEXT_LENGTH).join('');
  const kept = sensitiveInComplaint(typed) ? '' : typed;
  return outcome(formCard(kind, await drawNumber(ctx, kind), kept));
}
