import { asc } from 'drizzle-orm';
import { expect } from 'vitest';
import {
  grant,
  jobRun,
  outbox,
  person as personRow,
  setting,
  unit,
  visitGroup,
  visitPoint,
  visitRecord,
} from '../../db/schema/index.ts';
import type { Card } from '../../src/chat/card.ts';
import type { ClickAnswer } from '../../src/chat/feature.ts';
import type { Outcome } from '../../src/chat/outcome.ts';
import { brokenRule } from '../../src/delivery/manners.ts';
import { perform } from '../../src/delivery/perform.ts';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import type { Actor, Role } from '../../src/kernel/actor.ts';
import { type Day, instantAt } from '../../src/kernel/day.ts';
import type { Ctx } from '../../src/store/context.ts';
import type { Store } from '../../src/store/db.ts';
import { visits } from '../../src/visits/index.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';

export const LIN = 'ou_lin';
export const SU = 'ou_su';

export const lin = holder(LIN, '林知远', 'group-liaison');
export const su = holder(SU, '苏闻溪', 'group-liaison');
export const office = holder('ou_office', '顾明川', 'cadre-office');

/** Comes after Lin or Su has left. */
export const ruan = holder('ou_ruan', '阮青禾', 'group-liaison');

function holder(openId: string, name: string, role: Role): Actor & { kind: 'person' } {
  return {
    kind: 'person',
    openId,
    name,
    grants: [{ role, unit: 'C1', tier: 'city-department', county: '' }],
  };
}

/** Group 2 (Lin) looks after two townships, group 10 (Su) after two and a subdistrict; one township has no group. */
export async function visitsWorld(at = '2026-06-15T09:10', store?: Store): Promise<TestRuntime> {
  const runtime = testRuntime(at, store && { store });
  const { db } = runtime.store;
  await db.insert(unit).values([
    { code: 'C1', name: '景澜市委组织部', tier: 'city-department' },
    ...['柳溪镇', '槐荫镇', '石渡镇', '云塘镇', '听泉街道', '北岗镇'].map((name, i) => ({
      code: `T${i + 1}`,
      name,
      tier: 'township' as const,
      county: '望泉县',
      sort: i,
    })),
  ]);
  await seat(runtime, lin, su, ruan, office);
  await db.insert(setting).values({ key: 'visits.group-count', value: '2' });
  await db.insert(visitGroup).values([
    { number: '10', liaison: SU },
    { number: '2', liaison: LIN },
  ]);
  await db.insert(visitPoint).values([
    { unit: 'T1', group: '2', sort: 0 },
    { unit: 'T2', group: '2', sort: 1 },
    { unit: 'T3', group: '10', sort: 0 },
    { unit: 'T4', group: '10', sort: 1 },
    { unit: 'T5', group: '10', sort: 2 },
  ]);
  return runtime;
}

/** Puts people with their posts on the roster. */
export async function seat(runtime: TestRuntime, ...people: (Actor & { kind: 'person' })[]): Promise<void> {
  const { db } = runtime.store;
  await db.insert(personRow).values(people.map(({ openId, name }) => ({ openId, name })));
  const posts = people.flatMap(({ openId, grants }) =>
    grants.map((post) => ({ openId, unit: post.unit, role: post.role })),
  );
  await db.insert(grant).values(posts);
}

export function run<T>(
  runtime: TestRuntime,
  actor: Actor,
  verb: (ctx: Ctx) => Promise<Outcome<T>>,
): Promise<T> {
  return perform(runtime.store, () => testCtx(runtime, actor), verb);
}

/** As the dispatcher does it: the value through the action's schema, the form as it came. */
export function click(
  runtime: TestRuntime,
  actor: Actor,
  verb: string,
  value: Record<string, unknown>,
  form: Record<string, unknown> = {},
): Promise<ClickAnswer> {
  const action = visits.actions?.[verb];
  if (!action) throw new Error(`no action ${verb}`);
  const parsed = action.value.parse(value) as Record<string, unknown>;
  const source = {
    kind: 'click' as const,
    eventId: 'ev1',
    messageId: 'om_1',
    chatId: 'oc_1',
    openId: actor.kind === 'person' ? actor.openId : '',
    action: `visits.${verb}`,
    version: 1,
    value,
    form,
  };
  return run(runtime, actor, (ctx) => action.run(ctx, { value: parsed, form, source }));
}

export function say(runtime: TestRuntime, actor: Actor, text: string): Promise<Card> {
  for (const command of visits.commands ?? []) {
    const match = command.words.includes(text) ? [text] : command.pattern?.exec(text);
    if (!match) continue;
    const message = {
      kind: 'message' as const,
      eventId: 'ev1',
      messageId: 'om_1',
      chat: { id: 'oc_1', kind: 'private' as const },
      openId: '',
      text,
      format: 'text' as const,
      mentioned: false,
      sentAt: 0,
    };
    return run(runtime, actor, (ctx) => command.run(ctx, { message, args: match.slice(1) }));
  }
  throw new Error(`no command ${text}`);
}

/** One slot of the reminders, as the heartbeat runs it. */
export async function remindOn(runtime: TestRuntime, day: Day): Promise<void> {
  const remind = visits.jobs?.find(({ name }) => name === 'visits.remind');
  if (!remind) throw new Error('no job');
  const slot = { job: remind.name, id: day, dueAt: instantAt(day, '09:10') };
  await run(runtime, { kind: 'system', job: remind.name }, (ctx) => remind.run(ctx, slot, undefined));
  await runtime.store.db
    .insert(jobRun)
    .values({ job: slot.job, slot: day, dueAt: slot.dueAt, state: 'finished', startedAt: slot.dueAt })
    .onConflictDoNothing();
}

export async function records(runtime: TestRuntime) {
  const rows = await runtime.store.db
    .select()
    .from(visitRecord)
    .orderBy(asc(visitRecord.unit), asc(visitRecord.half), asc(visitRecord.kind));
  return rows.map(({ unit: code, half, kind, group, day }) => [code, half, kind, group, day].join(' '));
}

export async function queue(runtime: TestRuntime) {
  return runtime.store.db.select().from(outbox).orderBy(asc(outbox.id));
}

/** The texts of all buttons of a card, in order. */
export function buttons(card: Card | undefined | null): string[] {
  return (card?.blocks ?? []).flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.map((button) => button.text) : [],
  );
}

export function valueOf(card: Card | undefined, text: string): Record<string, unknown> {
  for (const block of card?.blocks ?? [])
    for (const button of block.kind === 'buttons' ? block.buttons : [])
      if (button.text === text && 'value' in button) return button.value ?? {};
  throw new Error(`no button ${text}`);
}

/** The platform takes it, it keeps the manners, and nobody can type anything into it (BR-36). */
export function expectSound(card: Card | undefined | null): void {
  expect(card).toBeTruthy();
  if (!card) return;
  expect(checkCard(cardJson(card))).toEqual([]);
  expect(brokenRule(card, { asked: false, group: false, names: [] })).toBeUndefined();
  for (const block of card.blocks)
    for (const field of block.kind === 'form' ? block.fields : []) expect(field.kind).not.toBe('input');
}
