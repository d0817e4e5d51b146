import { beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../db/schema/index.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { fieldName } from '../../src/counts/reconciliation/rules/field-name.ts';
import type { TestRuntime } from '../support/ctx.ts';
import { importTables } from './city.ts';
import { buttons, cardOf, deliver, filled, queued, runJob, tap } from './desk.ts';
import { say } from './item-desk.ts';
import { answers, eight, form, monthsOf, unevenRuntime, unevenYear } from './reconciliation-desk.ts';

let runtime: TestRuntime;

beforeEach(async () => {
  runtime = await unevenRuntime();
});

const names = (card: Parameters<typeof buttons>[0]) => buttons(card).map((button) => button.text);

/** Drafted by the machine, released by 周统; the cards have gone out. */
async function released() {
  await runJob(runtime, 'counts.reconcile-draft', '2025-12');
  const draft = (await queued(runtime, 'counts.reconcile-draft@'))[0]?.card;
  if (!draft) throw new Error('no draft');
  await tap(runtime, 'ou_zhou', draft, '发给有差异的单位');
  runtime.clock.set('2026-01-12T09:40');
  await runJob(runtime, 'counts.reconcile-ask', '2026-01-12');
  await deliver(runtime);
  const card = (await queued(runtime, 'counts.reconcile-card@2025:NY:ou_lin'))[0]?.card;
  if (!card) throw new Error('no card');
  return card;
}

const late = (文号: string) => ({
  单位编码: 'NY',
  指标: '发文',
  文号,
  标题: '长'.repeat(60),
  日期: '2025-11-20',
});

const form30 = () => ({
  [fieldName(`unplanned:document:市农/2025/30/${'长'.repeat(60)}`)]: 'outside',
});

describe('the draft', () => {
  it('is made in January by the machine, for the offices alone', async () => {
    await runJob(runtime, 'counts.reconcile-draft', '2025-12');
    const sent = await queued(runtime, 'counts.reconcile');
    expect(sent.map((row) => [row.target, row.kind])).toEqual([['ou_zhou', 'notice']]);
    const text = cardText(sent[0]?.card as never);
    expect(text).toContain('市级2025年对账\n差异清单（草稿），还没有发出');
    expect(text).toContain('计划：5 条，涉及 1 个单位');
    expect(text).toContain('文号：没有导入\n收文：3 条，涉及 1 个单位\n抽了 2 个受文单位');
    expect(text).toContain(
      '断号 1 处，重号 1 处，有发无计划 1 处，有计划没发 1 处，收到没登记 1 处，登记没收到 1 处，归月差 1 处，数不等 1 处',
    );
    expect(text).toContain(
      '还有差异没说明的单位（1 个）\n市农业农村局 8 处\n断号　市农〔2025〕3号，登记里没有\n重号　',
    );
    expect(text).toContain('没有年末清单的单位（1 个）\n市教育局');
  });

  it('is not made twice, nor in any other month', async () => {
    await runJob(runtime, 'counts.reconcile-draft', '2025-12');
    await runJob(runtime, 'counts.reconcile-draft', '2025-12');
    expect(await queued(runtime, 'counts.reconcile')).toHaveLength(1);
    runtime = await unevenRuntime('2026-02-10T09:35');
    await runJob(runtime, 'counts.reconcile-draft', '2026-01');
    expect(await queued(runtime, 'counts.reconcile')).toEqual([]);
  });

  it('reaches nobody before a person releases it', async () => {
    await runJob(runtime, 'counts.reconcile-draft', '2025-12');
    await runJob(runtime, 'counts.reconcile-ask', '2026-01-09');
    expect((await queued(runtime)).filter((row) => row.kind === 'duty')).toEqual([]);
    expect(cardText(await say(runtime, 'ou_lin', '年对账'))).toContain('还没有发出来，先不用办');
  });

  it('can be opened by hand, once the year is over', async () => {
    const card = await say(runtime, 'ou_zhou', '年对账');
    expect(cardText(card)).toContain('市级2025年对账\n还没有开始');
    const answer = await tap(runtime, 'ou_zhou', card, '生成差异清单');
    expect(answer.toast?.tone).toBe('success');
    expect(names(cardOf(answer))).toEqual(['发给有差异的单位']);
    const again = await tap(runtime, 'ou_zhou', card, '生成差异清单');
    expect(again.toast?.text).toContain('已经是这样了');
    runtime = await unevenRuntime('2025-11-03T10:00');
    const early = await say(runtime, 'ou_zhou', '年对账 2025');
    await expect(tap(runtime, 'ou_zhou', early, '生成差异清单')).rejects.toMatchObject({ code: 'invalid' });
  });

  it('waits for December: the books need all twelve months', async () => {
    runtime = await unevenRuntime('2025-12-31T09:10');
    await runJob(runtime, 'counts.open', '2025-12');
    runtime.clock.set('2026-01-05T10:00');
    const card = await say(runtime, 'ou_zhou', '年对账');
    await expect(tap(runtime, 'ou_zhou', card, '生成差异清单')).rejects.toMatchObject({
      text: '12月的月统计还没截止，年对账要用全年 12 个月的数。请等1月6日（周二）18:00截止后再开始。',
    });
  });

  it('belongs to its level: another county’s office can neither see nor move it', async () => {
    const card = await say(runtime, 'ou_zhou', '年对账');
    await expect(tap(runtime, 'ou_he', card, '生成差异清单')).rejects.toMatchObject({ code: 'forbidden' });
    expect(cardText(await say(runtime, 'ou_he', '年对账'))).toContain('青禾县2025年对账');
    expect(cardText(await say(runtime, 'ou_he', '年对账'))).not.toContain('市农业农村局');
  });
});

describe('the units’ cards', () => {
  it('come once, to units with differences, all of them on one card; townships get nothing', async () => {
    await released();
    await runJob(runtime, 'counts.reconcile-ask', '2026-01-12');
    const sent = (await queued(runtime, 'counts.reconcile')).filter((row) => row.kind === 'duty');
    expect(sent.map((row) => row.target).toSorted()).toEqual(['ou_lin', 'ou_qiu']);
    const text = cardText(sent[0]?.card as never);
    expect(text).toContain('2025年对账：8 处要说明\n市农业农村局');
    for (const line of [
      '断号：市农〔2025〕3号，登记里没有',
      '重号：市农〔2025〕5号用了两次：《关于粮食烘干的通知》《关于冬小麦播种的通知》',
      '有发无计划：市农〔2025〕5号《关于冬小麦播种的通知》，计划里没有',
      '有计划没发：发文计划《畜禽防疫》，没有登记：written-off',
      '收到没登记：市农〔2025〕6号《关于报送台账的通知》，1 个抽样单位收到，登记里没有',
      '登记没收到：市农〔2025〕2号《关于秸秆禁烧的通知》，柳溪镇没有收文记录',
      '归月差：市农〔2025〕4号《关于农机检修的通知》，8月印发，登记在9月：by-date',
      '数不等：发文 12 个月共报 4 件，年末清单 5 件：by-list',
    ])
      expect(text).toContain(line);
  });

  it('are reminded of once after five workdays, and no more', async () => {
    await released();
    for (const day of ['2026-01-15', '2026-01-16', '2026-01-19', '2026-02-03']) {
      runtime.clock.set(`${day}T09:40`);
      await runJob(runtime, 'counts.reconcile-ask', day);
      await deliver(runtime);
    }
    const keys = (await queued(runtime, 'counts.reconcile-')).map((row) => row.key);
    expect(keys.filter((key) => key.includes('ou_lin'))).toEqual([
      'counts.reconcile-card@2025:NY:ou_lin',
      'counts.reconcile-nudge@2025:NY:ou_lin',
    ]);
  });
});

it('我的任务 shows it as long as there is something to explain', async () => {
  const card = await released();
  expect(cardText(await say(runtime, 'ou_qiu', '我的任务'))).toContain('2025年对账：8 处要说明');
  expect(cardText(await say(runtime, 'ou_chen', '我的任务'))).toContain('目前没有要您办的事');
  await tap(runtime, 'ou_lin', card, '提交', form(answers));
  expect(cardText(await say(runtime, 'ou_qiu', '我的任务'))).toContain('目前没有要您办的事');
});

describe('explaining', () => {
  it('levels the year with one submission; the months follow the list and keep the record', async () => {
    const card = await released();
    expect(Object.values(filled(card))).toEqual(['written-off', 'by-date', 'by-list']);
    const answer = await tap(runtime, 'ou_lin', card, '提交', form(answers));
    expect(answer.toast?.text).toBe('已记下，月报已按清单更正，谢谢。');
    const text = cardText(cardOf(answer));
    expect(text).toContain('2025年对账：已对平');
    expect(text).toContain('发文 8月 0→1\n发文 9月 1→0\n发文 10月 1→2 其中计划外 0→1\n发文 11月 0→1');
    expect(text).toContain('断号　市农〔2025〕3号，登记里没有\n作废');
    expect(text).toContain('林晓 1月12日（周一）09:40确认');
    expect(await monthsOf(runtime)).toEqual(['2:1', '5:1', '8:1', '10:2/1', '11:1']);
  });

  it('may be done bit by bit; nothing is corrected before all is said', async () => {
    const card = await released();
    const first = await tap(runtime, 'ou_lin', card, '提交', form({ gap: 'secret' }));
    expect(cardText(cardOf(first))).toContain('2025年对账：4 处要说明');
    expect(await monthsOf(runtime)).toEqual(['2:1', '5:1', '9:1', '10:1']);
    const { gap: _, ...others } = answers;
    await tap(runtime, 'ou_lin', cardOf(first), '提交', form(others));
    expect(await monthsOf(runtime)).toEqual(['2:1', '5:1', '8:1', '10:2/1', '11:1']);
  });

  it('can be thought over until the year is closed: the months go with it', async () => {
    const card = await released();
    const level = cardOf(await tap(runtime, 'ou_lin', card, '提交', form(answers)));
    const change = cardOf(await tap(runtime, 'ou_lin', level, '改说明'));
    expect(Object.values(filled(change))).toHaveLength(8);
    const answer = await tap(runtime, 'ou_lin', change, '提交', form({ duplicate: 'same' }));
    expect(cardText(cardOf(answer))).toContain('同一件登记了两次');
    expect(await monthsOf(runtime)).toEqual(['2:1', '5:1', '8:1', '10:1', '11:1']);
    const again = cardOf(await tap(runtime, 'ou_qiu', cardOf(answer), '改说明'));
    await tap(runtime, 'ou_qiu', again, '提交', form({ duplicate: 'renumbered' }));
    expect(await monthsOf(runtime)).toEqual(['2:1', '5:1', '8:1', '10:2/1', '11:1']);
  });

  it.each([['一处也没选', {}, { month: '', sum: '', unused: '' }, 'warning', '还没有选原因']] as const)(
    '%s',
    async (_, __, blanks, tone, text) => {
      const card = await released();
      const typed = form(blanks);
      const answer = await tap(runtime, 'ou_lin', card, '提交', typed);
      expect(answer.toast).toMatchObject({ tone, text: expect.stringContaining(text) });
      expect(answer.card).toBeUndefined();
    },
  );

  it.each([
    ['选“有审批”不写依据', form({ unplanned: 'approved' }), '请在最下面写一句依据'],
    ['补充太长', form(answers, '长'.repeat(61)), '最多 60 个字'],
    ['补充里有身份证号', form(answers, '见 110101199003071234'), '身份证号'],
    ['认不出的原因', form({ gap: 'because' }), '认不出来'],
  ])('%s：什么都不存，选的还在', async (_, typed, text) => {
    const card = await released();
    await expect(tap(runtime, 'ou_lin', card, '提交', typed)).rejects.toMatchObject({
      code: 'invalid',
      text: expect.stringContaining(text),
    });
    expect(await monthsOf(runtime)).toEqual(['2:1', '5:1', '9:1', '10:1']);
  });

  it('keeps the line with the explanation that needs it, phone numbers masked', async () => {
    const card = await released();
    const answer = await tap(
      runtime,
      'ou_lin',
      card,
      '提交',
      form({ ...answers, unplanned: 'approved' }, '市政批〔2025〕8号，电话13800138000'),
    );
    const text = cardText(cardOf(answer));
    expect(text).toContain('有审批（市政批〔2025〕8号，电话***）');
    expect(text).toContain('\n作废\n');
  });

  it('many gaps have one answer, and any of them another: one submission all the same', async () => {
    await importTables(runtime, { 登记清单: [late('市农〔2025〕30号')] });
    const card = await released();
    expect(cardText(card)).toContain('断号共 24 个，原因都一样就选这里');
    expect(Object.keys(filled(card))).toHaveLength(0);
    const typed = { ...form({ gap: 'secret' }), all_gaps: 'void' };
    const answer = await tap(runtime, 'ou_lin', card, '提交', typed);
    expect(cardText(cardOf(answer))).toContain('2025年对账：8 处要说明');
    const { gap: _, ...others } = answers;
    const rest = form(others);
    const last = cardOf(await tap(runtime, 'ou_lin', cardOf(answer), '提交', rest));
    expect(cardText(last)).toContain('有发无计划：市农〔2025〕30号');
    await tap(runtime, 'ou_lin', last, '提交', form30());
    const level = await say(runtime, 'ou_lin', '年对账');
    expect(cardText(level)).toContain('差异和说明（32 处）');
    expect(cardText(level)).toContain('市农〔2025〕3号，登记里没有\n涉密，不在系统登记');
  });

  it('a mistyped serial asks about runs, not about tens of thousands of numbers', async () => {
    await importTables(runtime, { 登记清单: [late('市农〔2025〕99999号')] });
    const card = await released();
    expect(cardText(card)).toContain('断号：市农〔2025〕3号，登记里没有');
    expect(cardText(card)).toContain('断号：市农〔2025〕7号到 99998 号，登记里都没有');
  });

  it('a line alone has nowhere to go, and that is said; with a reason that rests on it, it is kept', async () => {
    const card = await released();
    const level = cardOf(await tap(runtime, 'ou_lin', card, '提交', form(answers)));
    const change = cardOf(await tap(runtime, 'ou_lin', level, '改说明'));
    const alone = await tap(runtime, 'ou_lin', change, '提交', { note: '补一句' });
    expect(alone.toast).toMatchObject({ tone: 'warning', text: expect.stringContaining('请先改一处原因') });
    const approved = await tap(
      runtime,
      'ou_lin',
      change,
      '提交',
      form({ unplanned: 'approved' }, '市政批8号'),
    );
    const again = cardOf(await tap(runtime, 'ou_lin', cardOf(approved), '改说明'));
    const reworded = await tap(runtime, 'ou_lin', again, '提交', { note: '市政批9号' });
    expect(cardText(cardOf(reworded))).toContain('有审批（市政批9号）');
  });

  it('is for the unit’s liaison', async () => {
    const card = await released();
    await expect(tap(runtime, 'ou_chen', card, '提交', form(answers))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('leaves an audit row with what was said and what was corrected', async () => {
    const card = await released();
    await tap(runtime, 'ou_lin', card, '提交', form(answers));
    const rows = (await runtime.store.db.select().from(audit)).filter((row) =>
      row.action.startsWith('counts.reconcile'),
    );
    expect(rows.map((row) => [row.action, row.actor])).toEqual([
      ['counts.reconcile-draft', 'system:counts.reconcile-draft'],
      ['counts.reconcile-released', 'person:ou_zhou'],
      ['counts.reconcile-claim', 'person:ou_lin'],
    ]);
    expect(rows[2]?.data).toMatchObject({
      said: expect.arrayContaining([{ key: eight.gap, explanation: 'void' }]),
    });
  });
});

describe('two people at once', () => {
  it('a second click changes nothing and says so', async () => {
    const card = await released();
    await tap(runtime, 'ou_lin', card, '提交', form(answers));
    const again = await tap(runtime, 'ou_lin', card, '提交', form(answers));
    expect(again.toast).toMatchObject({ tone: 'success', text: '已经是这样了，不用再点。' });
    expect(await monthsOf(runtime)).toEqual(['2:1', '5:1', '8:1', '10:2/1', '11:1']);
  });

  it('both succeed with different differences, whoever commits first', async () => {
    const card = await released();
    const { gap, ...others } = answers;
    const [one, other] = await Promise.all([
      tap(runtime, 'ou_lin', card, '提交', form({ gap: gap ?? '' })),
      tap(runtime, 'ou_qiu', card, '提交', form(others)),
    ]);
    expect([one.toast?.tone, other.toast?.tone]).toEqual(['success', 'success']);
    expect(cardText(await say(runtime, 'ou_lin', '年对账'))).toContain('已对平');
  });

  it('who would say otherwise is shown what the colleague said, with the own choices kept', async () => {
    const card = await released();
    await tap(runtime, 'ou_lin', card, '提交', form({ gap: 'void' }));
    const answer = await tap(runtime, 'ou_qiu', card, '提交', form({ gap: 'secret', duplicate: 'reused' }));
    expect(answer.toast).toMatchObject({
      tone: 'warning',
      text: expect.stringContaining('林晓已在1月12日（周一）09:40说明了其中几处'),
    });
    expect(Object.values(filled(cardOf(answer)))).toContain('reused');
    expect(cardText(cardOf(answer))).not.toContain('断号：');
  });

  it('the colleague’s card follows', async () => {
    const card = await released();
    await tap(runtime, 'ou_lin', card, '提交', form(answers), 'om_clicked');
    const patched = await queued(runtime, 'counts.patch@');
    expect(patched).toHaveLength(2);
    expect(cardText(patched[0]?.card as never)).toContain('已对平');
  });
});

describe('what the offices have to agree to', () => {
  const excuse = { ...answers, unregistered: 'uncounted' };

  it('waits for them, is agreed to once, and levels the year', async () => {
    const card = await released();
    const waiting = await tap(runtime, 'ou_lin', card, '提交', form(excuse));
    expect(cardText(cardOf(waiting))).toContain('已说明，等两办核');
    expect(await monthsOf(runtime)).toEqual(['2:1', '5:1', '9:1', '10:1']);
    const office = await say(runtime, 'ou_zhou', '年对账');
    expect(cardText(office)).toContain('等两办核（1 处）');
    expect(cardText(office)).toContain('说明：按口径不计');
    await expect(tap(runtime, 'ou_he', office, '认可')).rejects.toMatchObject({ code: 'forbidden' });
    const agreed = await tap(runtime, 'ou_zhou', office, '认可');
    expect(names(cardOf(agreed))).toEqual(['对账结束']);
    expect(await monthsOf(runtime)).toEqual(['2:1', '5:1', '8:1', '10:2/1']);
    const again = await tap(runtime, 'ou_zhou', office, '认可');
    expect(again.toast?.tone).not.toBe('error');
    expect(cardText(await say(runtime, 'ou_lin', '年对账'))).toContain('按口径不计（两办已认可）');
  });

  it('goes back to the unit with one more card', async () => {
    const card = await released();
    await tap(runtime, 'ou_lin', card, '提交', form(excuse));
    const back = await tap(runtime, 'ou_zhou', await say(runtime, 'ou_zhou', '年对账'), '请再看');
    expect(cardText(cardOf(back))).toContain('还有差异没说明的单位（1 个）\n市农业农村局 1 处');
    const again = await queued(runtime, 'counts.reconcile-again@2025:NY:ou_lin');
    expect(cardText(again[0]?.card as never)).toContain('2025年对账：1 处要说明');
    await tap(runtime, 'ou_lin', again[0]?.card as never, '提交', form({ unregistered: 'omitted' }));
    expect(await monthsOf(runtime)).toEqual(['2:1', '5:1', '8:1', '10:2/1', '11:1']);
  });
});

describe('the end', () => {
  it('comes only when all is level, and then nothing moves any more', async () => {
    const card = await released();
    const office = await say(runtime, 'ou_zhou', '年对账');
    expect(names(office)).not.toContain('对账结束');
    await tap(runtime, 'ou_lin', card, '提交', form(answers));
    runtime.clock.set('2026-01-13T09:40');
    await runJob(runtime, 'counts.reconcile-ask', '2026-01-13');
    const told = (await queued(runtime, 'counts.reconcile-level@'))[0]?.card;
    expect(cardText(told as never)).toContain('全部对平，可以结束了');
    const closed = await tap(runtime, 'ou_zhou', told as never, '对账结束');
    expect(cardText(cardOf(closed))).toContain('已对账');
    expect(cardText(cardOf(closed))).toContain('周统 1月13日（周二）09:40结束');
    await expect(tap(runtime, 'ou_lin', card, '提交', form({ gap: 'secret' }))).rejects.toMatchObject({
      code: 'closed',
    });
    expect(cardText(await say(runtime, 'ou_lin', '年对账 2025'))).toContain('2025年对账：已对账');
    const again = await tap(runtime, 'ou_zhou', told as never, '对账结束');
    expect(again.toast?.text).toContain('已经是这样了');
  });

  it('is refused on an old card when something has come up again, with the units named', async () => {
    const card = await released();
    await tap(runtime, 'ou_lin', card, '提交', form(answers));
    const office = await say(runtime, 'ou_zhou', '年对账');
    await importTables(runtime, {
      受文登记: [{ 受文单位编码: 'WK', 发文单位编码: 'NY', 标题: '工作提示', 日期: '2025-12-03' }],
    });
    await expect(tap(runtime, 'ou_zhou', office, '对账结束')).rejects.toMatchObject({
      text: '还不能结束：市农业农村局没有对平。',
    });
  });

  it('closes the books: the same workbook passes, another line is refused', async () => {
    const card = await released();
    await tap(runtime, 'ou_lin', card, '提交', form(answers));
    await tap(runtime, 'ou_zhou', await say(runtime, 'ou_zhou', '年对账'), '对账结束');
    const 受文登记 = unevenYear.受文登记 ?? [];
    expect((await importTables(runtime, { 受文登记 })).refused).toEqual([]);
    const more = [{ 受文单位编码: 'WK', 发文单位编码: 'NY', 标题: '工作提示', 日期: '2025-12-03' }];
    expect((await importTables(runtime, { 受文登记: more })).refused).toEqual([
      { sheet: '受文登记', row: 2, column: '', reason: '2025年已对账结束，不能再改' },
    ]);
  });
});

it('figures that move afterwards are put back to the list with one tap', async () => {
  const card = await released();
  await tap(runtime, 'ou_lin', card, '提交', form(answers));
  await importTables(runtime, { 历史数据: [{ 月份: '2025-05', 单位编码: 'NY', 指标: '发文', 数量: 3 }] });
  const moved = await say(runtime, 'ou_lin', '年对账');
  expect(cardText(moved)).toContain('月报又有变动');
  expect(cardText(moved)).toContain('发文 5月 3→1');
  const answer = await tap(runtime, 'ou_lin', moved, '按清单更正');
  expect(cardText(cardOf(answer))).toContain('已对平');
  expect(await monthsOf(runtime)).toEqual(['2:1', '5:1', '8:1', '10:2/1', '11:1']);
});
