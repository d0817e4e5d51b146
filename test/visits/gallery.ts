import { eq } from 'drizzle-orm';
import { person } from '../../db/schema/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { click, lin, office, queue, remindOn, say, su, visitsWorld } from './world.ts';

const H1 = '2026-H1';

/** Every card about visits and talks, made by the verbs themselves. */
export async function visitCards(): Promise<Record<string, Card>> {
  const cards: Record<string, Card | undefined | null> = {};
  const runtime = await visitsWorld('2026-06-15T09:10');
  await remindOn(runtime, '2026-06-15');
  cards['remind'] = (await queue(runtime))[1]?.card;
  await click(runtime, su, 'record', { unit: 'T3', half: H1, kind: 'both' });
  cards['duties'] = (await click(runtime, su, 'record', { unit: 'T4', half: H1, kind: 'visit' })).card;
  cards['backdate'] = (await click(runtime, su, 'show', { half: H1, as: 'backdate' })).card;
  cards['amend'] = (await click(runtime, su, 'show', { half: H1, as: 'amend' })).card;
  await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
  cards['finished'] = (await click(runtime, lin, 'record', { unit: 'T2', half: H1, kind: 'both' })).card;
  cards['progress'] = await say(runtime, office, '考察进度');

  cards['groups'] = await say(runtime, office, '考察分组');
  cards['move'] = (await click(runtime, office, 'groups', { as: 'move' })).card;
  cards['liaison'] = (await click(runtime, office, 'groups', { as: 'liaison' })).card;
  cards['moved'] = (
    await click(runtime, office, 'move', {}, { unit: 'T5', to: 'group:2', 'avoid.yes': true })
  ).card;
  const handedOver = (await queue(runtime)).filter(({ key }) => key.startsWith('visits.hand-over'));
  cards['hand-over'] = handedOver.find(({ target }) => target === 'ou_lin')?.card;
  await click(runtime, office, 'move', {}, { unit: 'T1', to: 'group:10' });
  await click(runtime, office, 'move', {}, { unit: 'T2', to: 'group:10' });
  await click(runtime, office, 'move', {}, { unit: 'T3', to: 'group:2' });
  await runtime.store.db.update(person).set({ gone: true }).where(eq(person.openId, 'ou_su'));
  cards['groups-red'] = await say(runtime, office, '考察分组');
  await remindOn(runtime, '2026-06-23');
  cards['vacant'] = (await queue(runtime)).find(({ key }) => key.startsWith('visits.vacant'))?.card;

  runtime.clock.set('2026-07-03T09:00');
  cards['late'] = await say(runtime, lin, '走访登记 上半年');
  cards['overdue'] = await say(runtime, office, '考察进度 上半年');
  return Object.fromEntries(
    Object.entries(cards).map(([name, card]) => {
      if (!card) throw new Error(`no card ${name}`);
      return [name, card];
    }),
  );
}
