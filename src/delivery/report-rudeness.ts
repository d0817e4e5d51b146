import { dayOf } from '../kernel/day.ts';
import { findHolders } from '../people/repo.ts';
import type { Ctx } from '../store/context.ts';
import type { Statement } from '../store/db.ts';
import { rudenessCard } from './cards.ts';
import { enqueue } from './enqueue.ts';
import type { Rule } from './manners.ts';

interface Case {
  row: { key: string };
  broken: Rule | undefined;
}

/** Tells the administrators which kind of message was stopped and by which rule: once a day per kind. */
export async function reportRudeness(ctx: Ctx, cases: readonly Case[]): Promise<Statement[]> {
  if (cases.length === 0) return [];
  const holders = await findHolders(ctx.db, 'admin');
  const admins = new Set([...holders.map((holder) => holder.openId), ...ctx.host.bootstrapAdmins]);
  const kinds = new Map(cases.map(({ row, broken }) => [row.key.split('@')[0] ?? row.key, broken ?? '']));
  return [...kinds].flatMap(([kind, rule]) =>
    [...admins].flatMap((openId) =>
      enqueue(ctx, {
        key: `delivery.manners@${kind}:${dayOf(ctx.now)}:${openId}`,
        to: { kind: 'person', openId },
        card: rudenessCard(kind, rule),
        kind: 'duty',
        subject: `delivery.manners:${kind}`,
      }),
    ),
  );
}
