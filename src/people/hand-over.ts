import { and, eq } from 'drizzle-orm';
import { grant, handOver } from '../../db/schema/index.ts';
import type { Message } from '../chat/message.ts';
import { openButton } from '../chat/todo.ts';
import type { Role } from '../kernel/actor.ts';
import type { Day } from '../kernel/day.ts';
import type { Ctx } from '../store/context.ts';
import type { Statement } from '../store/db.ts';
import { auditRow, mustChange } from '../store/statement.ts';
import { postWords as words } from './words-posts.ts';

/** One post: a role of somebody at a unit. */
export interface Post {
  unit: string;
  role: Role;
  openId: string;
}

/**
 * The post goes from one person to the other. All duties hang on the post, so nothing else moves: what is open, and
 * what is registered, belongs to the unit. Aborts as a conflict when the post is not the first person's any more.
 */
export function handOverWrites(ctx: Ctx, { unit, role, openId }: Post, successor: string): Statement[] {
  return [
    ctx.db.delete(grant).where(and(eq(grant.unit, unit), eq(grant.role, role), eq(grant.openId, openId))),
    mustChange(),
    ctx.db.insert(grant).values({ unit, role, openId: successor }).onConflictDoNothing(),
    forgetPlan(ctx, { unit, role, openId }),
    auditRow(ctx, 'people.hand-over', unit, { role, before: openId, after: successor }),
  ];
}

export function forgetPlan({ db }: Ctx, { unit, role, openId }: Post): Statement {
  return db
    .delete(handOver)
    .where(and(eq(handOver.unit, unit), eq(handOver.role, role), eq(handOver.openId, openId)));
}

/** Tells whoever takes over, and nobody else. */
export function handOverMessage(input: {
  post: Post;
  unitName: string;
  /** Name of whoever had it. */
  before: string;
  successor: string;
  day: Day;
}): Message {
  const { post, unitName, before, successor, day } = input;
  return {
    key: `people.hand-over@${post.unit}:${post.role}:${successor}:${day}`,
    to: { kind: 'person', openId: successor },
    card: {
      title: words.cardTitle(post.role),
      tone: 'info',
      blocks: [
        { kind: 'text', text: words.card(unitName, post.role, before) },
        { kind: 'buttons', buttons: [openButton(words.open, words.say)] },
      ],
    },
    kind: 'duty',
    subject: `people.hand-over:${post.unit}:${post.role}`,
  };
}
