import { expect, it } from 'vitest';
import { cardText } from '../../src/chat/card-text.ts';
import { findHolders } from '../../src/people/repo.ts';
import { importTables, smallCity, 人员 } from '../counts/city.ts';
import { cardOf, runJob, tap } from '../counts/desk.ts';
import { figuresOf, itemCity, say } from '../counts/item-desk.ts';
import { testRuntime } from '../support/ctx.ts';
import { testStore } from './d1.ts';

/** More rows than one statement of D1 takes parameters for, many times over. */
const MANY = 130;

it('items, corrections, an import of many rows and a deputy, on D1', async () => {
  const runtime = testRuntime('2026-06-22T10:00', { store: await testStore() });
  const tables = {
    ...itemCity,
    人员: [...(smallCity.人员 ?? []), 人员('方圆', 'NY', 'ou_fang', '干部')],
    逐件登记: Array.from({ length: MANY }, (_, i) => ({
      单位编码: 'NY',
      指标: '发文',
      文号: `市农〔2026〕${i + 1}号`,
      标题: `关于第 ${i + 1} 件事的通知`,
      日期: `2026-0${1 + (i % 6)}-01`,
    })),
  };
  expect((await importTables(runtime, tables)).refused).toEqual([]);
  expect((await importTables(runtime, tables)).refused).toEqual([]);
  expect((await figuresOf(runtime, '2026-06')).document?.amount).toBe(Math.floor(MANY / 6));

  const line = '会议 6月12日 全市防汛视频会 计划外';
  const cards = await Promise.all([say(runtime, 'ou_lin', line), say(runtime, 'ou_qiu', line)]);
  const answers = await Promise.all([
    tap(runtime, 'ou_lin', cards[0], '登记'),
    tap(runtime, 'ou_qiu', cards[1], '登记'),
  ]);
  expect(answers.map((answer) => answer.toast?.tone)).toEqual(['success', 'success']);
  expect((await figuresOf(runtime, '2026-06')).meeting).toMatchObject({ amount: 1, unplanned: 1 });

  runtime.clock.set('2026-06-30T09:10');
  await runJob(runtime, 'counts.open', '2026-06');
  runtime.clock.set('2026-07-03T18:05');
  await runJob(runtime, 'counts.close', '2026-06');
  const late = await tap(runtime, 'ou_lin', await say(runtime, 'ou_lin', '会议 6月25日 夏收推进会'), '登记');
  expect(late.toast?.text).toContain('按漏登补记');
  const item = cardOf(await tap(runtime, 'ou_lin', cardOf(late), '改或撤回'));
  const struck = await tap(
    runtime,
    'ou_lin',
    cardOf(await tap(runtime, 'ou_lin', item, '不算这件')),
    '不算这件',
  );
  expect(cardText(cardOf(struck))).toContain('会议取消或没有开');
  expect((await figuresOf(runtime, '2026-06')).meeting?.amount).toBe(1);

  await say(runtime, 'ou_lin', '代办 方圆 到7月10日');
  runtime.clock.set('2026-07-13T09:05');
  const holders = async () =>
    (await findHolders(runtime.store.db, 'liaison', ['NY'])).map(({ openId }) => openId);
  expect(await holders()).toContain('ou_fang');
  await runJob(runtime, 'counts.deputies', '2026-07-13');
  expect(await holders()).toEqual(['ou_lin', 'ou_qiu']);
});
