import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { type AtMostSix, FIELDS } from '../../src/counts/rules/indicator.ts';
import { fieldLabels, fieldPurposes } from '../../src/counts/words.ts';
import { testRuntime } from '../support/ctx.ts';
import { importTables, smallCity, 人员, 单位, 历史, 填报 } from './city.ts';
import { cardOf, queued, runJob, tap } from './desk.ts';
import { itemCity, say } from './item-desk.ts';

describe('six numbers at most (BR-13)', () => {
  it('a seventh does not compile', () => {
    const six: AtMostSix<number> = [1, 2, 3, 4, 5, 6];
    // @ts-expect-error: six is the limit
    const seven: AtMostSix<number> = [1, 2, 3, 4, 5, 6, 7];
    expect([six.length, seven.length]).toEqual([6, 7]);
    expect(FIELDS.length).toBeLessThanOrEqual(6);
  });

  it('whatever the list says, and however often: the form asks for no more, each with its purpose and source', async () => {
    const runtime = testRuntime('2026-06-30T09:10');
    const twice = { ...smallCity, 填报名单: [...(smallCity.填报名单 ?? []), 填报('NY', '发文')] };
    expect((await importTables(runtime, twice)).refused).toHaveLength(1);
    expect((await importTables(runtime, smallCity)).ok).toBe(true);
    await runJob(runtime, 'counts.open', '2026-06');
    const [row] = await queued(runtime, 'counts.card@2026-06:NY:ou_lin');
    const form = row?.card.blocks.find((block) => block.kind === 'form');
    expect(form?.fields).toHaveLength(6);
    const text = cardText(row?.card as Card);
    for (const { name } of FIELDS) {
      expect(text).toContain(`${fieldLabels[name]}：${fieldPurposes[name]}`);
      expect(fieldPurposes[name], name).toMatch(/从.*取|填 0/);
    }
  });
});

describe('townships and villages (BR-12)', () => {
  const township = (reason: string) => ({
    ...smallCity,
    填报名单: [...(smallCity.填报名单 ?? []), 填报('XZ', '发文', '只报数', reason)],
  });

  it('are not on the list without a reason', async () => {
    const runtime = testRuntime('2026-06-22T09:00');
    expect((await importTables(runtime, township(''))).refused).toMatchObject([
      {
        sheet: '填报名单',
        column: '理由',
        reason: '乡镇、村默认不填报；确需填报，请写明理由和省级平台无此项',
      },
    ]);
  });

  it('with a reason stand in plain sight of their coordinator, and still are never written to', async () => {
    const runtime = testRuntime('2026-06-30T09:10');
    const reason = '承办市级试点会议，省级平台无此项';
    const people = [...(smallCity.人员 ?? []), 人员('洪峰', 'QH', 'ou_hong', '统筹员')];
    const units = [...(smallCity.单位 ?? []), 单位('QH', '青禾县委办', '两办', '青禾县')];
    await importTables(runtime, { ...township(reason), 人员: people, 单位: units });
    const text = cardText(await say(runtime, 'ou_hong', '填报名单'));
    expect(text).toContain('名单里有乡镇、村，请核对是否必要');
    expect(text).toContain(`柳溪镇：${reason}`);
    await runJob(runtime, 'counts.open', '2026-06');
    expect((await queued(runtime)).filter(({ target }) => target === 'ou_tian')).toEqual([]);
  });
});

describe('the list', () => {
  it('tells who reports how, and which units nobody looks after', async () => {
    const runtime = testRuntime('2026-06-22T09:00');
    const tables = {
      ...itemCity,
      单位: [...(itemCity.单位 ?? []), 单位('CZ', '市财政局')],
      填报名单: [...(itemCity.填报名单 ?? []), 填报('CZ', '发文')],
    };
    expect((await importTables(runtime, tables)).refused).toEqual([]);
    const text = cardText(await say(runtime, 'ou_zhou', '填报名单'));
    expect(text).toContain('逐件登记 1 个单位，只报数 2 个单位');
    expect(text).toContain('还没有联络员的单位（1 个）\n市财政局');
    expect(text).toContain('名单里没有乡镇、村。');
    await expect(say(runtime, 'ou_lin', '填报名单')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the counting rule', () => {
  const rules = [
    { 版本: '2025版', 生效月份: '2025-01', 说明: '套开计 1 次' },
    { 版本: '2026版', 生效月份: '2026-06', 说明: '便笺也计 1 件' },
  ];

  it.each([
    ['2026-06', true],
    ['2026-07', false],
  ])('is on the card of %s; a new one is pointed out: %s', async (month, isNew) => {
    const runtime = testRuntime(month === '2026-06' ? '2026-06-30T09:10' : '2026-07-31T09:10');
    await importTables(runtime, { ...itemCity, 口径: rules });
    await runJob(runtime, 'counts.open', month);
    const [row] = await queued(runtime, `counts.card@${month}:NY:ou_lin`);
    const text = cardText(row?.card as Card);
    expect(text).toContain('口径 2026版：便笺也计 1 件');
    expect(text.includes('本月起用新口径')).toBe(isNew);
    const done = await tap(runtime, 'ou_lin', row?.card as Card, '确认无误');
    expect(cardText(cardOf(done))).not.toContain('口径');
  });
});

describe('corrections', () => {
  it('are kept with reason and author, before and after the close, and can be looked up by who may see them', async () => {
    const runtime = testRuntime('2026-06-30T09:10');
    const june = ['发文', '会议', '督查检查考核'].flatMap((name) => 历史('NY', name, '2026-06', [4]));
    await importTables(runtime, { ...smallCity, 历史数据: june });
    expect(cardText(await say(runtime, 'ou_lin', '更正记录'))).toContain('还没有更正过的数');
    await runJob(runtime, 'counts.open', '2026-06');
    const [row] = await queued(runtime, 'counts.card@2026-06:NY:ou_lin');
    const done = cardOf(await tap(runtime, 'ou_lin', row?.card as Card, '确认无误'));
    const form = cardOf(await tap(runtime, 'ou_lin', done, '更正'));
    await tap(runtime, 'ou_lin', form, '提交', { document: '5' });
    runtime.clock.set('2026-07-03T18:05');
    await runJob(runtime, 'counts.close', '2026-06');
    const late = await say(runtime, 'ou_qiu', '更正 2026-06');
    await tap(runtime, 'ou_qiu', late, '提交', { meeting: '6', meeting_direct: '1', reason: 'omitted' });
    const lines = [
      '2026年6月 市农业农村局　会议 4 → 6 次、直达乡镇 0 → 1 次（有漏登的，邱禾 7月3日）',
      '2026年6月 市农业农村局　发文 4 → 5 件（数字填错了，林晓 6月30日）',
    ];
    for (const who of ['ou_lin', 'ou_zhou'])
      expect(cardText(await say(runtime, who, '更正记录'))).toBe(
        `更正记录\n${lines.map((line) => `- ${line}`).join('\n')}`,
      );
    expect(cardText(await say(runtime, 'ou_chen', '更正记录'))).toContain('还没有更正过的数');
  });

  it('begun before the close and sent after it is a correction with its reason, and says so', async () => {
    const runtime = testRuntime('2026-06-30T09:10');
    const june = ['发文', '会议', '督查检查考核'].flatMap((name) => 历史('NY', name, '2026-06', [4]));
    await importTables(runtime, { ...smallCity, 历史数据: june });
    await runJob(runtime, 'counts.open', '2026-06');
    const [row] = await queued(runtime, 'counts.card@2026-06:NY:ou_lin');
    const done = cardOf(await tap(runtime, 'ou_lin', row?.card as Card, '确认无误'));
    const form = cardOf(await tap(runtime, 'ou_lin', done, '更正'));
    runtime.clock.set('2026-07-03T18:05');
    await runJob(runtime, 'counts.close', '2026-06');
    const answer = await tap(runtime, 'ou_lin', form, '提交', { document: '5' });
    expect(answer.toast).toEqual({ tone: 'success', text: '已更正，统计已按新数更新。' });
    expect(cardText(await say(runtime, 'ou_lin', '更正记录'))).toContain(
      '发文 4 → 5 件（数字填错了，林晓 7月3日）',
    );
  });
});
