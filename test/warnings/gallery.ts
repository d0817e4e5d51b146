import { asc } from 'drizzle-orm';
import { outbox } from '../../db/schema/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { findCoordinators, findHolders, findUnits } from '../../src/people/repo.ts';
import { type Told, warningCard } from '../../src/warnings/cards.ts';
import { runJob } from '../counts/desk.ts';
import type { TestRuntime } from '../support/ctx.ts';
import { demoCity } from './demo-city.ts';
import { cardOf, say, tap } from './desk.ts';

/** Every card about warnings as the demo's people see it in July 2026 and in the summer of 2025, by name. */
export async function warningCards(): Promise<Record<string, Card>> {
  const runtime = await demoCity('2026-07-07T09:00');
  runtime.clock.set('2025-06-09T09:40');
  const { db } = runtime.store;
  const coordinator = (await findCoordinators(db, ''))[0]?.openId ?? '';
  const note = await decided(runtime, '2025-05', (target) => target !== coordinator);
  runtime.clock.set('2025-07-07T09:40');
  await decided(runtime, '2025-06', () => true);
  runtime.clock.set('2025-08-07T09:40');
  const correction = await decided(runtime, '2025-07', (target) => target === coordinator);
  const todo = cardOf(await tap(runtime, coordinator, correction, '看处置清单'));
  const settled = cardOf(await tap(runtime, coordinator, todo, '记为已处置', { how: '已调减计划' }));
  runtime.clock.set('2026-07-07T09:40');
  const month = await decided(runtime, '2026-06', (target) => target === coordinator);
  const draft = cardOf(await tap(runtime, coordinator, month, '看提示函草稿'));
  const edit = cardOf(await tap(runtime, coordinator, draft, '改文字'));
  const silence = await say(runtime, coordinator, '暂停提示 市教育局 发文 到2026-09-30 机构改革集中发文');
  const board = cardOf(await tap(runtime, coordinator, silence, '暂停'));
  const signed = cardOf(await tap(runtime, coordinator, draft, '签发'));
  const [liaison] = await findHolders(db, 'liaison', [(await unitOf(runtime, '市生态环境局')) ?? '']);
  return {
    note,
    month,
    draft,
    edit,
    signed,
    notice: await newest(runtime, (target) => target === liaison?.openId),
    correction,
    todo,
    settled,
    silence,
    board,
    over: warningCard('2026-09', [over('市生态环境局'), over('市教育局')]),
    rehearsal: await say(runtime, coordinator, '预警预演 2025'),
    quiet: await say(runtime, coordinator, '预警预演 2022'),
  };
}

/** The end of an episode, as it is told. */
function over(name: string): Told {
  const evidence = {
    triggers: [],
    held: [],
    total: 60,
    plan: 88,
    remaining: 28,
    monthlyAllowance: 9,
    emergency: 0,
  };
  return { scope: '', name, indicator: 'document', level: 0, evidence };
}

async function unitOf(runtime: TestRuntime, name: string): Promise<string | undefined> {
  const units = await findUnits(runtime.store.db);
  return units.find((one) => one.name === name)?.code;
}

async function decided(
  runtime: TestRuntime,
  month: string,
  whose: (target: string) => boolean,
): Promise<Card> {
  await runJob(runtime, 'warnings.monthly', month);
  return newest(runtime, whose);
}

async function newest(runtime: TestRuntime, whose: (target: string) => boolean): Promise<Card> {
  const rows = await runtime.store.db.select().from(outbox).orderBy(asc(outbox.id));
  const card = rows.findLast((row) => row.key.startsWith('warnings') && whose(row.target))?.card;
  if (!card) throw new Error('nobody was told anything');
  return card;
}
