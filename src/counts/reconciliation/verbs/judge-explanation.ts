import type { ClickAnswer } from '../../../chat/feature.ts';
import type { Message } from '../../../chat/message.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { actorId } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { findHolders } from '../../../people/repo.ts';
import { coordinates } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { patches } from '../../decide.ts';
import { partCard } from '../cards.ts';
import { officeCard } from '../cards-office.ts';
import { type Office, partSubject, readOffice } from '../office.ts';
import { type Part, readPart } from '../read-part.ts';
import { settlePart } from '../settle.ts';
import { officeAnswers, unitAnswers } from '../words.ts';

export interface JudgeInput {
  year: number;
  unit: string;
  /** Of the difference. */
  key: string;
  /** Of the explanation that was read. */
  revision: number;
  accept: boolean;
  messageId: string;
}

/**
 * The office agrees to an explanation that does not speak for itself, or asks the unit to look once more.
 * @throws AppError forbidden, not_found
 */
export async function judgeExplanation(ctx: Ctx, input: JudgeInput): Promise<Outcome<ClickAnswer>> {
  const part = await readPart(ctx, input.year, input.unit);
  if (!part) throw new AppError('not_found', unitAnswers.notTakingPart);
  const { county } = part.unit;
  if (!coordinates(ctx.actor, county)) throw new AppError('forbidden', officeAnswers.forbidden);
  const office = await readOffice(ctx, input.year, county);
  const claim = part.claims.get(input.key);
  const waits = part.comparison.differences.some((one) => one.key === input.key && one.standing === 'office');
  if (!claim || !waits || part.state !== 'released' || claim.revision !== input.revision) {
    const same = claim?.acceptedBy !== undefined && (claim.acceptedBy !== '') === input.accept;
    const toast = same
      ? ({ tone: 'info', text: officeAnswers.alreadySo } as const)
      : ({ tone: 'warning', text: officeAnswers.moved } as const);
    return outcome<ClickAnswer>({ toast, card: officeCard(office) });
  }
  const judge = ctx.actor.kind === 'person' ? ctx.actor.openId : actorId(ctx.actor);
  const { explanation, note, by, key } = claim;
  const { part: after, writes } = await settlePart(ctx, part, [
    input.accept
      ? { key, explanation, note, by, acceptedBy: judge }
      : { key, explanation: '', note: '', by, acceptedBy: '' },
  ]);
  const card = partCard(after, office.names);
  const subject = partSubject(part.year, part.unit.code);
  return outcome<ClickAnswer>(
    {
      toast: { tone: 'success', text: input.accept ? officeAnswers.accepted : officeAnswers.sentBack },
      card: officeCard(withPart(office, after)),
    },
    {
      writes,
      messages: input.accept
        ? await patches(ctx, new Map([[subject, card]]))
        : await askAgain(ctx, after, claim.revision, card),
    },
  );
}

function withPart(office: Office, part: Part): Office {
  return { ...office, parts: office.parts.map((one) => (one.unit.code === part.unit.code ? part : one)) };
}

async function askAgain(ctx: Ctx, part: Part, revision: number, card: Message['card']): Promise<Message[]> {
  const { year, unit } = part;
  const liaisons = await findHolders(ctx.db, 'liaison', [unit.code]);
  return liaisons.map(({ openId }) => ({
    key: `counts.reconcile-again@${year}:${unit.code}:${openId}:${revision}`,
    to: { kind: 'person', openId },
    card,
    kind: 'duty',
    subject: partSubject(year, unit.code),
  }));
}
