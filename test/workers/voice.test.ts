import { expect, it } from 'vitest';
import { voice } from '../../db/schema/index.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { openDesk } from '../voice/desk.ts';
import { testStore } from './d1.ts';

it('a complaint holds on D1: sent twice it is one, of two answers at once one goes out, nobody is named', async () => {
  const store = await testStore();
  const desk = await openDesk('2026-06-22T09:00', {}, store);
  const form = await desk.say('ou_nobody_knows', '投诉');
  await desk.deliver();
  const sent = await Promise.all(
    [1, 2].map(() => desk.tap('ou_nobody_knows', form, '提交', { text: '一周要三张同样的表' })),
  );
  expect(new Set(sent.map(({ card }) => card && cardText(card))).size).toBe(1);
  const [row, ...more] = await store.db.select().from(voice);
  expect(more).toEqual([]);
  expect(row).toMatchObject({ person: '', state: 'open' });

  const item = (await desk.tap('ou_city', await desk.say('ou_city', '受理清单'), '办理')).card;
  if (!item) throw new Error('nothing opened');
  const answers = await Promise.all(
    ['已经合并。', '正在合并。'].map((reply) => desk.tap('ou_city', item, '发出答复', { reply })),
  );
  expect(new Set(answers.map(({ toast }) => toast?.tone))).toEqual(new Set(['error', 'success']));
  expect(cardText(await desk.say('ou_admin', `查受理号 ${row?.number}`))).toMatch(/已办结[\s\S]*合并/);
});
