import { and, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { consoleLogin, consoleSession, inbox, jobRun, outbox } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import type { Db, Statement } from '../../store/db.ts';
import { inList } from '../../store/statement.ts';

/** Rows per commit: short enough that nobody waits for it. */
const BATCH = 500;

const DAY_MS = 86_400_000;

/**
 * Retention periods: architecture 6. What came in is erased when handled; audit is kept. When somebody was last at the
 * console is known no longer than the session lasts (BR-05).
 */
const STAGES = ['inbox', 'cards', 'outbox', 'runs', 'sessions', 'logins'] as const;
type Stage = (typeof STAGES)[number];

const DAYS: Record<Stage, number> = {
  inbox: 30,
  cards: 30,
  outbox: 400,
  runs: 400,
  sessions: 0,
  logins: 1,
};

/** Erases what has been kept long enough, one batch at a time; sends nothing. `cursor`: stage and batch. */
export async function cleanUp(
  ctx: Ctx,
  cursor: string | undefined,
): Promise<Outcome<{ next: string | undefined }>> {
  const [name = STAGES[0], batch = '0'] = cursor?.split(':') ?? [];
  const stage = STAGES.find((known) => known === name) ?? STAGES[0];
  const ids = await expired[stage](ctx.db, ctx.now - DAYS[stage] * DAY_MS);
  const following = STAGES[STAGES.indexOf(stage) + 1];
  const next = ids.length === BATCH ? `${stage}:${Number(batch) + 1}` : following && `${following}:0`;
  return outcome({ next }, { writes: ids.length > 0 ? [erase[stage](ctx.db, ids)] : [] });
}

const runKey = sql<string>`${jobRun.job} || '@' || ${jobRun.slot}`;

const expired: Record<Stage, (db: Db, before: number) => Promise<string[]>> = {
  async inbox(db, before) {
    const ended = inArray(inbox.state, ['new', 'handled', 'failed']);
    const old = and(ended, lt(inbox.receivedAt, before));
    return idsOf(await db.select({ id: inbox.id }).from(inbox).where(old).limit(BATCH));
  },
  async cards(db, before) {
    const old = and(lt(outbox.finishedAt, before), isNotNull(outbox.card));
    return idsOf(await db.select({ id: outbox.id }).from(outbox).where(old).limit(BATCH));
  },
  async outbox(db, before) {
    const old = lt(outbox.finishedAt, before);
    return idsOf(await db.select({ id: outbox.id }).from(outbox).where(old).limit(BATCH));
  },
  async runs(db, before) {
    const old = lt(jobRun.finishedAt, before);
    return idsOf(await db.select({ id: runKey }).from(jobRun).where(old).limit(BATCH));
  },
  async sessions(db, before) {
    const old = lt(consoleSession.endsAt, before);
    return idsOf(await db.select({ id: consoleSession.id }).from(consoleSession).where(old).limit(BATCH));
  },
  async logins(db, before) {
    const old = lt(consoleLogin.startedAt, before);
    return idsOf(await db.select({ id: consoleLogin.id }).from(consoleLogin).where(old).limit(BATCH));
  },
};

const erase: Record<Stage, (db: Db, ids: readonly string[]) => Statement> = {
  inbox: (db, ids) => db.delete(inbox).where(inList(inbox.id, ids)),
  cards: (db, ids) => db.update(outbox).set({ card: null }).where(inList(outbox.id, ids)),
  outbox: (db, ids) => db.delete(outbox).where(inList(outbox.id, ids)),
  runs: (db, ids) => db.delete(jobRun).where(inList(runKey, ids)),
  sessions: (db, ids) => db.delete(consoleSession).where(inList(consoleSession.id, ids)),
  logins: (db, ids) => db.delete(consoleLogin).where(inList(consoleLogin.id, ids)),
};

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map((row) => row.id);
}
