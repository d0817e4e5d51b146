import { beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../db/schema/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { importTables, type Tables, 人员, 单位, 历史, 填报, 计划 } from '../counts/city.ts';
import { queued, runJob } from '../counts/desk.ts';
import { type TestRuntime, testRuntime } from '../support/ctx.ts';
import { buttons, cardOf, say, tap } from './desk.ts';

const twelve = (n: number) => Array.from({ length: 12 }, () => n);

/** In June 市农业农村局 is at warning, 市教育局 above last year's whole count, 市水利局 a department without a liaison. */
const city: Tables = {
  单位: [
    单位('SB', '市委办公室', '两办'),
    单位('ZB', '市政府办公室', '两办'),
    单位('NY', '市农业农村局'),
    单位('JY', '市教育局'),
    单位('SL', '市水利局'),
  ],
  人员: [
    人员('周统', 'SB', 'ou_zhou', '统筹员'),
    人员('吴筹', 'ZB', 'ou_wu', '统筹员'),
    人员('林晓', 'NY', 'ou_lin', '联络员'),
    人员('陈实', 'JY', 'ou_chen', '联络员'),
  ],
  填报名单: ['NY', 'JY', 'SL'].map((code) => 填报(code, '发文')),
  年度计划: [计划(2026, 'NY', '发文', 100), 计划(2026, 'JY', '发文', 90), 计划(2026, 'SL', '发文', 100)],
  历史数据: [
    ...历史('NY', '发文', '2025-01', [...twelve(9), 8, 8, 8, 8, 8, 22]),
    ...历史('JY', '发文', '2025-01', [...twelve(3), 3, 3, 3, 3, 3, 30], {}),
    ...历史('SL', '发文', '2025-01', [...twelve(9), 8, 8, 8, 8, 8, 22]),
  ],
};

let runtime: TestRuntime;
let overview: Card;

const newest = async (openId: string) => {
  const rows = (await queued(runtime, 'warnings')).filter((row) => row.target === openId);
  return rows.at(-1)?.card as Card;
};

beforeEach(async () => {
  runtime = testRuntime('2026-07-07T09:40');
  expect((await importTables(runtime, city)).refused).toEqual([]);
  await runJob(runtime, 'warnings.monthly', '2026-06');
  overview = await newest('ou_zhou');
});

const draft = async (openId = 'ou_zhou') => cardOf(await tap(runtime, openId, overview, '看提示函草稿'));

describe('a drafted notice', () => {
  it('names figures, findings and what is left, and waits for a person', async () => {
    const text = cardText(await draft());
    expect(text).toContain('提示函草稿\n市农业农村局　发文　2026年6月\n待签发');
    expect(text).toContain(
      '市农业农村局：\n2026年1—6月，你单位发文累计 62 件，年计划 100 件，出现以下反弹苗头：',
    );
    expect(text).toContain('1. 进度超前 13.6 个百分点（累计 62，年计划 100，时间进度 48.4%）；');
    expect(text).toContain('年内剩余额度 38 件，月均可用 6.3 件。请分析原因，研究压减办法，书面告知我办。');
    expect((await queued(runtime)).filter((row) => row.target === 'ou_lin')).toEqual([]);
  });

  it('signed, it goes to the unit’s liaisons with the office’s name, once, and leaves a trace', async () => {
    const card = await draft();
    const answer = await tap(runtime, 'ou_zhou', card, '签发');
    expect(answer.toast?.text).toBe('已签发，在工作时段发出。');
    expect(cardText(cardOf(answer))).toContain('已签发');
    const own = (await queued(runtime)).filter((row) => row.target === 'ou_lin');
    expect(own.map((row) => `${row.kind} ${row.key}`)).toEqual([
      'duty warnings.notice@NY:document:2026-06:ou_lin',
    ]);
    expect(cardText(own[0]?.card as Card)).toContain('书面告知我办。\n市委办公室　2026年7月7日');
    const again = await tap(runtime, 'ou_zhou', card, '签发');
    expect(again.toast?.text).toContain('已经定了');
    expect((await queued(runtime)).filter((row) => row.target === 'ou_lin')).toHaveLength(1);
    const rows = await runtime.store.db.select().from(audit);
    expect(rows.map((row) => `${row.actor} ${row.action} ${row.target}`)).toContain(
      'person:ou_zhou warnings.sign NY:document:2026-06',
    );
  });

  it('its words can be changed before, and what is signed is what was saved', async () => {
    const form = cardOf(await tap(runtime, 'ou_zhou', await draft(), '改文字'));
    const saved = await tap(runtime, 'ou_zhou', form, '保存', {
      text: '市农业农村局：\n六月发文偏多，请压减。',
    });
    expect(saved.toast?.text).toBe('已保存，还没有发出。');
    await tap(runtime, 'ou_zhou', cardOf(saved), '签发');
    expect(cardText(await newest('ou_lin'))).toContain('六月发文偏多，请压减。');
  });

  it.each(['请收到请回复。', '你单位排名靠后。', '务必立即上报原因。', '联系人手机13800138000', ''])(
    '“%s” is not saved',
    async (text) => {
      const form = cardOf(await tap(runtime, 'ou_zhou', await draft(), '改文字'));
      await expect(tap(runtime, 'ou_zhou', form, '保存', { text })).rejects.toMatchObject({
        code: 'invalid',
      });
    },
  );

  it('two people at once: who signs an older text than the present one is shown the present one', async () => {
    const early = await draft('ou_wu');
    const form = cardOf(await tap(runtime, 'ou_zhou', await draft(), '改文字'));
    await tap(runtime, 'ou_zhou', form, '保存', { text: '改过的正文。' });
    const late = await tap(runtime, 'ou_wu', early, '签发');
    expect(late.toast?.tone).toBe('warning');
    expect(cardText(cardOf(late))).toContain('改过的正文。');
    expect((await queued(runtime)).filter((row) => row.target === 'ou_lin')).toEqual([]);
  });

  it('not sent, it stays as not sent, and nobody is asked again', async () => {
    const answer = await tap(runtime, 'ou_zhou', await draft(), '不发');
    expect(cardText(cardOf(answer))).toMatch(/不发[\s\S]*周统 2026年7月7日不发/);
    expect(buttons(cardOf(answer)).map((button) => button.text)).toEqual(['返回']);
    expect(cardText(await say(runtime, 'ou_zhou', '预警'))).not.toContain('市农业农村局');
  });

  it('is pointed out when the figures were corrected since', async () => {
    await importTables(runtime, { 历史数据: 历史('NY', '发文', '2026-06', [9]) });
    expect(cardText(await draft())).toContain('数字后来有更正，按现在的数已不到预警');
  });

  it('cannot be sent to a unit without a liaison; the person is told what to do', async () => {
    const card = cardOf(await tap(runtime, 'ou_zhou', overview, '看提示函草稿', {}, 1));
    await expect(tap(runtime, 'ou_zhou', card, '签发')).rejects.toMatchObject({
      text: '市水利局还没有登记联络员，发不出去。请先请管理员登记，或线下发函。',
    });
  });

  it('is nobody’s but the level’s coordinators’', async () => {
    await expect(tap(runtime, 'ou_lin', overview, '看提示函草稿')).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(tap(runtime, 'ou_lin', await draft(), '签发')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('leads back to the month', async () => {
    const back = cardOf(await tap(runtime, 'ou_zhou', await draft(), '返回'));
    expect(cardText(back)).toBe(cardText(overview));
  });

  it('lapses when something newer is told', async () => {
    const card = await draft();
    await importTables(runtime, { 历史数据: 历史('NY', '发文', '2026-07', [40]) });
    await importTables(runtime, { 历史数据: 历史('JY', '发文', '2026-07', [3]) });
    await importTables(runtime, { 历史数据: 历史('SL', '发文', '2026-07', [3]) });
    runtime.clock.set('2026-08-07T09:40');
    await runJob(runtime, 'warnings.monthly', '2026-07');
    const late = await tap(runtime, 'ou_zhou', card, '签发');
    expect(cardText(cardOf(late))).toContain('已有更新的判定，不再签发');
  });
});

describe('a correction', () => {
  const todo = async () => cardOf(await tap(runtime, 'ou_zhou', overview, '看处置清单'));

  it('stands first on the card and lists twelve months beside the year before; the unit hears nothing', async () => {
    const text = cardText(overview);
    expect(text.indexOf('市教育局')).toBeLessThan(text.indexOf('市农业农村局'));
    const card = await todo();
    const table = card.blocks.find((block) => block.kind === 'table');
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({ month: '2026-06', amount: 30, before: 3 });
    expect(rows.at(-1)).toMatchObject({ month: '2025-07', amount: 3, before: '—' });
    expect((await queued(runtime)).filter((row) => row.target === 'ou_chen')).toEqual([]);
  });

  it('above last year’s whole count it offers a draft for the superior office and sends none (BR-20)', async () => {
    const text = cardText(await todo());
    expect(text).toContain('累计 45 件，上年全年 36 件，超过 9 件');
    expect(text).toContain('只是样稿，由两办改好后线下报送，系统不报。');
  });

  it('is settled by a person’s note, once', async () => {
    const card = await todo();
    await expect(tap(runtime, 'ou_zhou', card, '记为已处置')).rejects.toMatchObject({ code: 'invalid' });
    const answer = await tap(runtime, 'ou_zhou', card, '记为已处置', {
      how: '已调减计划',
      note: '会议纪要 3 号',
    });
    expect(answer.toast?.text).toBe('已销号。');
    expect(cardText(cardOf(answer))).toContain('已调减计划：会议纪要 3 号（周统 2026年7月7日记）');
    const late = await tap(runtime, 'ou_wu', card, '记为已处置', { how: '已约谈' });
    expect(late.toast?.text).toContain('已经销号');
  });
});

describe('the board', () => {
  it('lists what is to be decided, of the own levels', async () => {
    const text = cardText(await say(runtime, 'ou_wu', '预警'));
    expect(text).toContain('反弹预警\n3 项要办');
    expect(text).toContain('市农业农村局　发文\n2026年6月预警，提示函待签发');
    expect(text).toContain('市教育局　发文\n2026年6月纠偏，待处置');
  });
});
