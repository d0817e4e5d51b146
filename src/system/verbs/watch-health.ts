import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { outbox } from '../../../db/schema/index.ts';
import type { Card } from '../../chat/card.ts';
import type { Message } from '../../chat/message.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import type { Ctx } from '../../store/context.ts';
import { administrators } from '../administrators.ts';
import { badCard, goodCard } from '../doctor/cards.ts';
import { examine, type Readings } from '../doctor/examine.ts';
import { follow } from '../doctor/rules/follow.ts';
import { readWatchToReplace, type StoredWatch } from '../doctor/watch.ts';

const BAD = 'system.health.bad';
const GOOD = 'system.health.good';

const MINUTE_MS = 60_000;

/** A later card about the same says more. */
const OLD_MS = 7 * 86_400_000;

/** One look at everything: the administrators hear once of what has turned bad, and once that all is well again. */
export async function watchHealth(
  ctx: Ctx,
  { platformAt, heardAt, ...readings }: Readings & Pick<StoredWatch, 'platformAt' | 'heardAt'>,
): Promise<Outcome> {
  const { before, replace } = await readWatchToReplace(ctx.db);
  // Another process has looked just now: one look must not count as two.
  if (ctx.now - before.at < MINUTE_MS) return outcome(undefined);
  const { findings } = await examine(ctx, readings);
  const looked = new Map(
    findings.map(({ name, level }) => [name, level === 'grave' ? ('bad' as const) : ('good' as const)]),
  );
  const { watch, card } = follow(before.watch, looked, dayOf(ctx.now));
  const stored: StoredWatch = { watch, at: ctx.now, platform: readings.platform, platformAt, heardAt };
  const writes = replace(stored);
  if (card === undefined) return outcome(undefined, { writes });
  const bad = findings.filter(({ name }) => watch.bad.includes(name));
  const to = card === 'bad' ? await administrators(ctx) : await peopleTold(ctx);
  const message = card === 'bad' ? messageOf(ctx, BAD, badCard(bad)) : messageOf(ctx, GOOD, goodCard());
  return outcome(undefined, {
    writes,
    // What still waits is out of date, and whoever has not been told of trouble need not be told of its end.
    cancels: [BAD],
    messages: to.map((openId) => message(watch.toldOn, openId)),
  });
}

function messageOf(ctx: Ctx, subject: string, card: Card): (day: Day, openId: string) => Message {
  return (day, openId) => ({
    // By the day of the bad card, so that two processes that look at one moment tell once.
    key: `${subject}@${day}:${openId}`,
    to: { kind: 'person', openId },
    card,
    kind: 'duty',
    subject,
    notAfter: ctx.now + OLD_MS,
  });
}

/** People whose last word from here was of trouble. */
async function peopleTold({ db }: Ctx): Promise<string[]> {
  const told = or(inArray(outbox.state, ['sent', 'sending']), eq(outbox.reason, 'in_digest'));
  const rows = await db
    .select({ openId: outbox.target, subject: outbox.subject })
    .from(outbox)
    .where(and(inArray(outbox.subject, [BAD, GOOD]), told))
    .orderBy(asc(outbox.id));
  const last = new Map(rows.map(({ openId, subject }) => [openId, subject]));
  return [...last].filter(([, subject]) => subject === BAD).map(([openId]) => openId);
}
