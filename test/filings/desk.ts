import { asc, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { audit, filing, grant, outbox, person, planRevision, unit } from '../../db/schema/index.ts';
import type { ActionButton, Block, Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import type { ClickAnswer } from '../../src/chat/feature.ts';
import { brokenRule } from '../../src/delivery/manners.ts';
import { perform } from '../../src/delivery/perform.ts';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { filings } from '../../src/filings/index.ts';
import type { Actor, Role } from '../../src/kernel/actor.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { findActor } from '../../src/people/repo.ts';
import type { Store } from '../../src/store/db.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';

/** Two counties and the city, with whoever may do something and whoever may not. All names invented. */
const UNITS = [
  ['A0', '市委办公室', 'office', ''],
  ['A1', '市应急管理局', 'city-department', ''],
  ['B0', '望泉县委办公室', 'office', '望泉县'],
  ['B1', '望泉县教育局', 'county-department', '望泉县'],
  ['B2', '望泉县林业局', 'county-department', '望泉县'],
  ['C0', '松渡县委办公室', 'office', '松渡县'],
  ['C1', '松渡县教育局', 'county-department', '松渡县'],
  ['T1', '云栈镇', 'township', '望泉县'],
  ['T2', '砚溪镇', 'township', '望泉县'],
  ['T3', '槐渡镇', 'township', '望泉县'],
  ['S1', '松岭镇', 'township', '松渡县'],
  ['V1', '云栈镇柳庄村', 'village', '望泉县'],
] as const;

export const PEOPLE = {
  liaison: ['B1', 'liaison'],
  colleague: ['B1', 'liaison'],
  staff: ['B1', 'cadre'],
  otherUnit: ['B2', 'liaison'],
  otherCounty: ['C1', 'liaison'],
  cityUnit: ['A1', 'liaison'],
  coordinator: ['B0', 'coordinator'],
  secondCoordinator: ['B0', 'coordinator'],
  otherCoordinator: ['C0', 'coordinator'],
  cityCoordinator: ['A0', 'coordinator'],
  reviewer: ['B0', 'reviewer'],
  otherReviewer: ['C0', 'reviewer'],
  township: ['T1', 'cadre'],
  townshipLiaison: ['T1', 'liaison'],
  otherTownship: ['T3', 'cadre'],
  village: ['V1', 'cadre'],
  admin: ['A0', 'admin'],
} satisfies Record<string, [string, Role]>;

export type Who = keyof typeof PEOPLE;

export async function openDesk(at = '2026-06-22T09:00', store?: Store): Promise<TestRuntime> {
  const runtime = testRuntime(at, store ? { store } : {});
  const { db } = runtime.store;
  await runtime.store.atomically([
    db
      .insert(unit)
      .values(UNITS.map(([code, name, tier, county], sort) => ({ code, name, tier, county, sort }))),
    db.insert(person).values(Object.keys(PEOPLE).map((who) => ({ openId: who, name: who }))),
    db
      .insert(grant)
      .values(Object.entries(PEOPLE).map(([openId, [code, role]]) => ({ openId, unit: code, role }))),
  ]);
  return runtime;
}

export async function plan(runtime: TestRuntime, code: string, amount: number, year = 2026): Promise<void> {
  await runtime.store.db.insert(planRevision).values({
    year,
    unit: code,
    indicator: 'inspection',
    revision: 1,
    amount,
    author: 'test',
    createdAt: 0,
  });
}

export async function actorOf(runtime: TestRuntime, openId: string): Promise<Actor> {
  const actor = await findActor(runtime.store.db, openId);
  if (!actor) throw new Error(`nobody is ${openId}`);
  return actor;
}

/** The platform takes the card, and no word in it presses or ranks anybody (BR-04, BR-09, BR-41). */
function expectFit(card: Card): void {
  expect(checkCard(cardJson(card)), cardText(card)).toEqual([]);
  expect(brokenRule(card, { asked: false, group: false, names: [] }), cardText(card)).toBeUndefined();
}

function buttons(card: Card): ActionButton[] {
  const inBlock = (block: Block): ActionButton[] => {
    if (block.kind === 'form') return [block.submit];
    if (block.kind === 'buttons') return block.buttons.filter((button) => 'action' in button);
    return block.kind === 'panel' ? block.blocks.flatMap(inBlock) : [];
  };
  return card.blocks.flatMap(inBlock);
}

function filled(card: Card): Record<string, unknown> {
  const form = card.blocks.find((block) => block.kind === 'form');
  return Object.fromEntries(
    (form?.fields ?? []).flatMap((field): [string, unknown][] => {
      if (field.kind === 'checklist')
        return (field.values ?? []).map((value): [string, unknown] => [`${field.name}.${value}`, true]);
      if ('values' in field) return [[field.name, field.values]];
      return 'value' in field && field.value !== undefined ? [[field.name, field.value]] : [];
    }),
  );
}

export interface Tapped extends ClickAnswer {
  says: string;
}

/** Somebody taps the button that reads so; an answer that is a refusal is its toast. */
export async function tap(
  runtime: TestRuntime,
  who: string,
  card: Card | undefined,
  text: string,
  typed: Record<string, unknown> = {},
): Promise<Tapped> {
  const button = card && buttons(card).find((one) => one.text === text);
  if (!card || !button) throw new Error(`no button ${text} on ${card ? cardText(card) : 'nothing'}`);
  return act(runtime, who, button.action, button.value ?? {}, { ...filled(card), ...typed });
}

/** A click as any client can send it, with the button or without. */
export async function act(
  runtime: TestRuntime,
  who: string,
  name: string,
  sent: Record<string, unknown>,
  form: Record<string, unknown> = {},
): Promise<Tapped> {
  const action = filings.actions?.[name.split('.')[1] ?? ''];
  if (!action) throw new Error(`no action ${name}`);
  const value = action.value.parse(sent) as Record<string, unknown>;
  const actor = await actorOf(runtime, who);
  try {
    const answer = await perform(
      runtime.store,
      () => testCtx(runtime, actor),
      (ctx) =>
        action.run(ctx, {
          value,
          form,
          source: {
            kind: 'click',
            eventId: runtime.ids.next(),
            messageId: 'om_clicked',
            chatId: 'oc_private',
            openId: who,
            action: name,
            version: 1,
            value,
          },
        }),
    );
    if (answer.card) expectFit(answer.card);
    return { ...answer, says: answer.toast?.text ?? '' };
  } catch (error) {
    if (error instanceof AppError) return { says: `${error.code}: ${error.text}` };
    throw error;
  }
}

/** What a command or a plain question answers. */
export async function say(runtime: TestRuntime, who: string, text: string): Promise<Card> {
  const actor = await actorOf(runtime, who);
  const command = (filings.commands ?? []).find(
    ({ words, pattern }) => words.includes(text) || pattern?.test(text),
  );
  const args = (command?.pattern?.exec(text) ?? []).slice(1).map((group) => group ?? '');
  const chat = { id: 'oc_private', kind: 'private' as const };
  const card = await perform(
    runtime.store,
    () => testCtx(runtime, actor),
    (ctx) => {
      if (command)
        return command.run(ctx, {
          args,
          message: {
            kind: 'message',
            eventId: runtime.ids.next(),
            messageId: 'om_said',
            chat,
            openId: who,
            text,
            format: 'text',
            mentioned: false,
            sentAt: ctx.now,
          },
        });
      if (!filings.claim?.takes(text)) throw new Error(`nobody takes ${text}`);
      return filings.claim.answer(ctx, { text, chat });
    },
  );
  expectFit(card);
  return card;
}

export async function sayText(runtime: TestRuntime, who: string, text: string): Promise<string> {
  return cardText(await say(runtime, who, text));
}

export const good = {
  number: '望督备〔2026〕1号',
  name: '校园安全检查',
  kind: 'check',
  targets: ['T1', 'T2'],
  startDay: '2026-07-01',
  endDay: '2026-07-03',
};

/** Opens the form and sends it. */
export async function register(
  runtime: TestRuntime,
  who: string,
  typed: Record<string, unknown> = {},
): Promise<Tapped> {
  return tap(runtime, who, await say(runtime, who, '登记备案'), '登记', { ...good, ...typed });
}

export async function stored(runtime: TestRuntime, number = good.number) {
  const [row] = await runtime.store.db.select().from(filing).where(eq(filing.number, number));
  return row;
}

/** `key target` of everything that is queued, and the card of one. */
export async function queued(runtime: TestRuntime, prefix = 'filings') {
  const rows = await runtime.store.db.select().from(outbox).orderBy(asc(outbox.id));
  return rows.filter((row) => row.key.startsWith(prefix) && row.state !== 'cancelled');
}

export async function audited(runtime: TestRuntime): Promise<string[]> {
  const rows = await runtime.store.db.select().from(audit).orderBy(asc(audit.id));
  return rows
    .filter(({ action }) => action.startsWith('filings'))
    .map(({ action, actor }) => `${action} ${actor}`);
}
