import type { Card } from '../../../chat/card.ts';
import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { patches } from '../../decide.ts';
import { type Chosen, openOf, partCard } from '../cards.ts';
import { partSubject, readNames } from '../office.ts';
import { openPart } from '../open-part.ts';
import { readClaims } from '../read-claims.ts';
import type { Part } from '../read-part.ts';
import { needsNote } from '../rules/compare.ts';
import { settlePart, type Word } from '../settle.ts';
import { unitAnswers as words } from '../words.ts';

export interface ClaimInput {
  year: number;
  unit: string;
  /** Of the unit's part when the card was built. */
  revision: number;
  form: Record<string, unknown>;
  messageId: string;
}

/**
 * The unit explains its differences, all of them or some. Two people who explain different ones both succeed; who
 * means to say otherwise what a colleague has just said is shown that first.
 */
export async function claimDifferences(ctx: Ctx, input: ClaimInput): Promise<Outcome<ClickAnswer>> {
  const part = await openPart(ctx, input.year, input.unit);
  const { chosen, note } = readClaims(part, input.form);
  const names = await readNames(ctx, [part]);
  const unsaid = openOf(part);
  const kinds = new Map(part.comparison.differences.map((one) => [one.key, one.kind]));
  const changed = [...chosen].filter(([key, code]) => {
    const kind = kinds.get(key);
    // A new line for what rests on one is a change as well.
    const reworded = note !== '' && kind !== undefined && needsNote(kind, code);
    return reworded ? part.claims.get(key)?.note !== note : part.claims.get(key)?.explanation !== code;
  });
  const stale = input.revision !== part.revision;
  if (changed.length === 0 && note !== '' && !stale) return answer('warning', words.noteAlone);
  const crossed = changed.filter(([key]) => (part.claims.get(key)?.explanation ?? '') !== '');
  if (stale && crossed.length > 0)
    return answer('warning', words.otherWasFaster(part.byName, part.at), partCard(part, names, chosen));
  if (changed.length === 0 && unsaid.length > 0 && chosen.size === 0)
    return answer('warning', words.nothingChosen);
  if (changed.length === 0 && (unsaid.length > 0 || part.turn !== 'open'))
    return answer('success', words.alreadySo, partCard(part, names));
  const {
    part: after,
    writes,
    corrected,
  } = await settlePart(
    ctx,
    part,
    wordsOf(ctx, part, new Map(changed), note),
    ctx.actor.kind === 'person' ? ctx.actor : undefined,
  );
  const card = partCard(after, names);
  const subject = partSubject(part.year, part.unit.code);
  return outcome<ClickAnswer>(
    { toast: { tone: 'success', text: corrected ? words.corrected : words.saved }, card },
    {
      writes,
      messages: await patches(ctx, new Map([[subject, card]]), input.messageId),
      cancels: after.turn === 'open' ? [] : [subject],
    },
  );
}

/** The line belongs to the explanations that need one; if none does, to all that were chosen with it. */
function wordsOf(ctx: Ctx, part: Part, changed: Chosen, note: string): Word[] {
  const by = ctx.actor.kind === 'person' ? ctx.actor.openId : '';
  const kinds = new Map(part.comparison.differences.map((one) => [one.key, one.kind]));
  const needing = (key: string, code: string) => {
    const kind = kinds.get(key);
    return kind !== undefined && needsNote(kind, code);
  };
  const someNeed = [...changed].some(([key, code]) => needing(key, code));
  return [...changed].map(([key, explanation]) => ({
    key,
    explanation,
    note: !someNeed || needing(key, explanation) ? note : '',
    by,
    acceptedBy: '',
  }));
}

function answer(tone: 'success' | 'warning', text: string, card?: Card): Outcome<ClickAnswer> {
  return outcome<ClickAnswer>({ toast: { tone, text }, ...(card && { card }) });
}
