import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import { findHolders, findUnits } from '../../../people/repo.ts';
import { grantsOf } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow } from '../../../store/statement.ts';
import { isTold } from '../../rules/audience.ts';
import { draftCard, signedCard } from '../cards.ts';
import { deciderOf, readTask, type TaskRef } from '../read-task.ts';
import { changeTask } from '../repo.ts';
import { draftWords as words } from '../words.ts';

/** A coordinator signs a draft as it was shown to them; the unit's liaisons get it in working hours, once. */
export async function signDraft(
  ctx: Ctx,
  { revision, ...ref }: TaskRef & { revision: number },
): Promise<Outcome<ClickAnswer>> {
  const read = await readTask(ctx, ref, 'draft');
  if (read.task.state !== 'open' || read.task.revision !== revision)
    return outcome({ toast: { tone: 'warning', text: words.notOpen }, card: draftCard(read, false) });
  const [unit] = await findUnits(ctx.db, [ref.scope]);
  const liaisons = isTold(unit?.tier) ? await findHolders(ctx.db, 'liaison', [ref.scope]) : [];
  if (liaisons.length === 0) throw new AppError('invalid', words.nobody(read.name));
  const by = deciderOf(ctx);
  const notice = signedCard(read, await officeOf(ctx, read.task.county), ctx.now);
  const key = `${ref.scope}:${ref.indicator}:${ref.month}`;
  const signed = { ...read.task, state: 'signed' as const, by, at: ctx.now, byName: nameOf(ctx) };
  return outcome<ClickAnswer>(
    { toast: { tone: 'success', text: words.signed }, card: draftCard({ ...read, task: signed }, false) },
    {
      writes: [
        ...changeTask(ctx, read.task, by, { state: 'signed' }),
        auditRow(ctx, 'warnings.sign', key, { revision }),
      ],
      messages: liaisons.map(({ openId }) => ({
        key: `warnings.notice@${key}:${openId}`,
        to: { kind: 'person', openId },
        card: notice,
        kind: 'duty',
        subject: `warnings.notice:${key}`,
      })),
    },
  );
}

/** Name of the office for which the signer coordinates this level; the host's at the command line. */
async function officeOf(ctx: Ctx, county: string): Promise<string> {
  const post = grantsOf(ctx.actor).find((grant) => grant.role === 'coordinator' && grant.county === county);
  const [office] = post ? await findUnits(ctx.db, [post.unit]) : [];
  return office?.name ?? ctx.host.organisation;
}

function nameOf({ actor }: Ctx): string {
  return actor.kind === 'person' ? actor.name : '';
}
