import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { findFigures, findStates } from '../../src/counts/repo.ts';
import { type TestRuntime, testRuntime } from '../support/ctx.ts';
import { importTables, smallCity, 历史 } from './city.ts';
import { buttons, cardOf, deliver, filled, queued, runJob, tap } from './desk.ts';

let runtime: TestRuntime;

const june = (unit: string, document: number, meeting: number, inspection: number) => [
  ...历史(unit, '发文', '2026-06', [document], { 计划外: 1 }),
  ...历史(unit, '会议', '2026-06', [meeting]),
  ...历史(unit, '督查检查考核', '2026-06', [inspection]),
];

async function opened(history: Record<string, string | number>[]): Promise<void> {
  runtime = testRuntime('2026-06-30T09:10');
  const result = await importTables(runtime, {
    ...smallCity,
    ...(history.length > 0 ? { 历史数据: history } : {}),
  });
  expect(result.refused).toEqual([]);
  await runJob(runtime, 'counts.open', '2026-06');
}

async function cardFor(openId: string, unit = 'NY'): Promise<Card> {
  const [row] = await queued(runtime, `counts.card@2026-06:${unit}:${openId}`);
  if (!row) throw new Error(`no card for ${openId}`);
  return row.card;
}

async function documents(unit = 'NY') {
  const rows = await findFigures(runtime.store.db, '2026-06', '2026-06', [unit]);
  return rows.find((row) => row.indicator === 'document');
}

async function stateOf(unit = 'NY') {
  const [state] = await findStates(runtime.store.db, '2026-06', [unit]);
  return state;
}

describe('the card', () => {
  beforeEach(() => opened(june('NY', 12, 4, 2)));

  it('is filled in with what is registered and says where every number comes from', async () => {
    const text = cardText(await cardFor('ou_lin'));
    expect(text).toContain('发文：12 件（其中计划外 1 件）');
    expect(text).toContain('会议：4 次（其中计划外 0 次、直达乡镇 0 次）');
    expect(text).toContain('截止：7月3日（周五）18:00');
    expect(text).toContain('这些数做什么用、从哪来');
    expect(text).toContain('[确认无误] [修改]');
  });

  it('is confirmed with one tap; nothing new is stored, the state and who did it are', async () => {
    const answer = await tap(runtime, 'ou_lin', await cardFor('ou_lin'), '确认无误');
    expect(answer.toast).toEqual({ tone: 'success', text: '已确认，谢谢。' });
    expect(cardText(cardOf(answer))).toContain('林晓 6月30日（周二）09:10确认');
    expect(await documents()).toMatchObject({ amount: 12, revision: 1, source: 'imported' });
    expect(await stateOf()).toMatchObject({ state: 'confirmed', byName: '林晓', revision: 1 });
  });

  it('is confirmed once by a double click', async () => {
    const card = await cardFor('ou_lin');
    await tap(runtime, 'ou_lin', card, '确认无误');
    const second = await tap(runtime, 'ou_lin', card, '确认无误');
    expect(second.toast).toEqual({ tone: 'success', text: '已经是这个数了，不用再报。' });
    expect(await stateOf()).toMatchObject({ revision: 1 });
  });

  it('is changed with three taps; only the changed field is touched', async () => {
    const form = cardOf(await tap(runtime, 'ou_lin', await cardFor('ou_lin'), '修改'));
    expect(filled(form)).toMatchObject({
      document: '12',
      document_unplanned: '1',
      meeting: '4',
      inspection: '2',
    });
    const answer = await tap(runtime, 'ou_lin', form, '提交', { document: '１３件' });
    expect(answer.toast?.text).toBe('已提交，谢谢。');
    expect(await documents()).toMatchObject({ amount: 13, unplanned: 1, revision: 2, source: 'confirmed' });
    expect(await stateOf()).toMatchObject({ state: 'confirmed' });
  });

  it('can be corrected before the close; a reason is there already and is kept', async () => {
    const done = cardOf(await tap(runtime, 'ou_lin', await cardFor('ou_lin'), '确认无误'));
    const form = cardOf(await tap(runtime, 'ou_lin', done, '更正'));
    expect(filled(form)).toMatchObject({ reason: 'typo' });
    const answer = await tap(runtime, 'ou_lin', form, '提交', { document: '11' });
    expect(answer.toast?.text).toBe('已更正，统计已按新数更新。');
    expect(await documents()).toMatchObject({ amount: 11, source: 'corrected' });
  });

  it('is brought up to date for the other liaison and calls off what is queued', async () => {
    await deliver(runtime);
    await tap(runtime, 'ou_lin', await cardFor('ou_lin'), '确认无误', {}, 'om_other');
    const patches = await queued(runtime, 'counts.patch@');
    const delivered = await queued(runtime, 'counts.card@2026-06:NY');
    expect(patches.map((row) => row.target).sort()).toEqual(delivered.map((row) => row.messageId).sort());
    expect(cardText(patches[0]?.card as Card)).toContain('已确认');
  });

  it('that is still queued for the other liaison is not sent any more', async () => {
    await tap(runtime, 'ou_lin', await cardFor('ou_lin'), '确认无误');
    const rows = await queued(runtime, 'counts.card@2026-06:NY');
    expect(rows.map((row) => row.state)).toEqual(['cancelled', 'cancelled']);
  });
});

describe('numbers that cannot be', () => {
  beforeEach(() => opened(june('NY', 12, 4, 2)));

  const submit = async (typed: Record<string, string>) => {
    const form = cardOf(await tap(runtime, 'ou_lin', await cardFor('ou_lin'), '修改'));
    return tap(runtime, 'ou_lin', form, '提交', typed);
  };

  it('are told all at once and the card stays, with what was typed', async () => {
    const refused = submit({
      document: '-3',
      document_unplanned: '1.5',
      meeting: '很多',
      meeting_unplanned: '99999999999999999999',
      inspection: '',
    });
    await expect(refused).rejects.toMatchObject({ code: 'invalid' });
    const text = await refused.catch((error: { text: string }) => error.text);
    for (const part of [
      '发文不能是负数',
      '发文·其中计划外要填整数',
      '会议“很多”看不懂',
      '会议·其中计划外“9999999999',
      '督查检查考核没有填，没有就填 0',
    ])
      expect(text).toContain(part);
    expect(await stateOf()).toMatchObject({ state: 'open' });
  });

  it('a part above its whole is told along with what cannot be read', async () => {
    await expect(
      submit({ document: '１２a', meeting_unplanned: '9', inspection: '2.5' }),
    ).rejects.toMatchObject({
      text: '发文“12a”看不懂，请填数字，如 12；会议·其中计划外不能比会议还多；督查检查考核要填整数，“2.5”带小数。您填的内容还在，改好后再点“提交”。',
    });
  });

  it.each([
    [{ document: '3', document_unplanned: '4' }, '发文·其中计划外不能比发文还多'],
    [{ meeting: '2', meeting_direct: '3' }, '会议·其中直达乡镇不能比会议还多'],
  ])('a part above its whole is refused: %j', async (typed, text) => {
    await expect(submit(typed)).rejects.toMatchObject({
      code: 'invalid',
      text: expect.stringContaining(text),
    });
  });
});

describe('figures far above the usual', () => {
  beforeEach(() => opened([...历史('NY', '发文', '2025-07', [10, 12, 9]), ...june('NY', 12, 4, 2)]));

  const form = async () => cardOf(await tap(runtime, 'ou_lin', await cardFor('ou_lin'), '修改'));

  it.each([
    ['36', 'submitted'],
    ['37', 'asked'],
    ['120', 'asked'],
  ])('%s documents where the most was 12: %s', async (document, result) => {
    const answer = await tap(runtime, 'ou_lin', await form(), '提交', { document });
    expect(answer.toast?.tone).toBe(result === 'asked' ? 'warning' : 'success');
    expect((await stateOf())?.state).toBe(result === 'asked' ? 'open' : 'confirmed');
  });

  it('are taken when submitted once more, with every entry kept meanwhile', async () => {
    const asked = cardOf(
      await tap(runtime, 'ou_lin', await form(), '提交', { document: '120', meeting: '5' }),
    );
    expect(filled(asked)).toMatchObject({ document: '120', meeting: '5' });
    const answer = await tap(runtime, 'ou_lin', asked, '提交');
    expect(answer.toast?.tone).toBe('success');
    expect(await documents()).toMatchObject({ amount: 120 });
  });

  it('are asked about again when another improbable figure takes their place', async () => {
    const asked = cardOf(await tap(runtime, 'ou_lin', await form(), '提交', { document: '120' }));
    const again = await tap(runtime, 'ou_lin', asked, '提交', { document: '1200' });
    expect(again.toast?.tone).toBe('warning');
  });
});

describe('two people at once', () => {
  beforeEach(() => opened(june('NY', 12, 4, 2)));

  it('the same figures: both have succeeded', async () => {
    const [a, b] = await Promise.all(
      ['ou_lin', 'ou_qiu'].map(async (who) => tap(runtime, who, await cardFor(who), '确认无误')),
    );
    expect([a?.toast?.tone, b?.toast?.tone]).toEqual(['success', 'success']);
    expect(await stateOf()).toMatchObject({ revision: 1 });
  });

  it('other figures: the later person learns who was faster and gets the fresh card', async () => {
    const forms = await Promise.all(
      ['ou_lin', 'ou_qiu'].map(async (who) => cardOf(await tap(runtime, who, await cardFor(who), '修改'))),
    );
    const answers = await Promise.all([
      tap(runtime, 'ou_lin', forms[0] as Card, '提交', { document: '13' }),
      tap(runtime, 'ou_qiu', forms[1] as Card, '提交', { document: '14' }),
    ]);
    const late = answers.find((answer) => answer.toast?.tone === 'warning');
    expect(answers.filter((answer) => answer.toast?.tone === 'success')).toHaveLength(1);
    expect(late?.toast?.text).toMatch(/^(林晓|邱禾)已在6月30日（周二）09:10提交了不同的数/);
    expect(cardText(cardOf(late ?? {}))).toContain(`发文：${(await documents())?.amount} 件`);
    expect(await documents()).toMatchObject({ revision: 2 });
  });

  it('a card whose figures were replaced by an import asks for a second look', async () => {
    const card = await cardFor('ou_lin');
    await importTables(runtime, { 历史数据: 历史('NY', '发文', '2026-06', [15]) });
    const answer = await tap(runtime, 'ou_lin', card, '确认无误');
    expect(answer.toast).toEqual({ tone: 'warning', text: '登记数刚有更新，请再核对一下新的数。' });
    expect(cardText(cardOf(answer))).toContain('发文：15 件');
    expect(await stateOf()).toMatchObject({ state: 'open' });
  });

  it('nobody acts for another unit', async () => {
    await expect(tap(runtime, 'ou_chen', await cardFor('ou_lin'), '确认无误')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('without registered figures', () => {
  it('last month is offered as last month', async () => {
    await opened([
      ...历史('NY', '发文', '2026-05', [9]),
      ...历史('NY', '会议', '2026-05', [3]),
      ...历史('NY', '督查检查考核', '2026-05', [1]),
    ]);
    const card = await cardFor('ou_lin');
    expect(cardText(card)).toContain('本月还没有登记数，下面是上月数');
    await tap(runtime, 'ou_lin', card, '确认无误');
    expect(await documents()).toMatchObject({ amount: 9, source: 'confirmed', month: '2026-06' });
  });

  it('and none of last month, the form comes at once', async () => {
    await opened([]);
    const card = await cardFor('ou_chen', 'JY');
    expect(buttons(card).map((button) => button.text)).toEqual(['提交']);
    expect(filled(card)).toEqual({});
    const answer = await tap(runtime, 'ou_chen', card, '提交', {
      document: '0',
      meeting: '0',
      inspection: '0',
    });
    expect(answer.toast?.tone).toBe('success');
    expect(await documents('JY')).toMatchObject({ amount: 0 });
  });
});

describe('after the close', () => {
  beforeEach(async () => {
    await opened(june('NY', 12, 4, 2));
    await deliver(runtime);
  });

  const close = async () => {
    runtime.clock.set('2026-07-03T18:05');
    await runJob(runtime, 'counts.close', '2026-06');
  };

  it('registered figures are adopted and marked so, others are missing; delivered cards follow', async () => {
    await close();
    expect(await stateOf('NY')).toMatchObject({ state: 'adopted', by: '' });
    expect(await stateOf('JY')).toMatchObject({ state: 'missing' });
    const texts = (await queued(runtime, 'counts.patch@')).map((row) => cardText(row.card));
    expect(texts.filter((text) => text.includes('按登记数自动采用'))).toHaveLength(2);
    expect(texts.filter((text) => text.includes('还没有收到本单位的数'))).toHaveLength(1);
  });

  it('an old card says so and how to correct', async () => {
    const card = await cardFor('ou_lin');
    const form = cardOf(await tap(runtime, 'ou_lin', card, '修改'));
    await close();
    for (const answer of [
      await tap(runtime, 'ou_lin', card, '修改'),
      await tap(runtime, 'ou_lin', form, '提交', { document: '20' }),
    ]) {
      expect(answer.toast?.text).toBe('2026年6月的统计已截止，这次没有改动。数字有误，请点“更正”并选原因。');
      expect(buttons(cardOf(answer)).map((button) => button.text)).toEqual(['更正']);
    }
    expect(await documents()).toMatchObject({ amount: 12 });
  });

  it('a correction keeps its reason', async () => {
    const card = await cardFor('ou_lin');
    await close();
    const closed = cardOf(await tap(runtime, 'ou_lin', card, '修改'));
    const form = cardOf(await tap(runtime, 'ou_lin', closed, '更正'));
    expect(cardText(form)).toContain('更正原因');
    await expect(tap(runtime, 'ou_lin', form, '提交', { document: '11' })).rejects.toMatchObject({
      text: expect.stringContaining('请选更正原因'),
    });
    const answer = await tap(runtime, 'ou_lin', form, '提交', { document: '11', reason: 'duplicate' });
    expect(answer.toast?.tone).toBe('success');
    expect(await documents()).toMatchObject({ amount: 11, source: 'corrected', revision: 2 });
    expect(await stateOf()).toMatchObject({ state: 'confirmed' });
  });

  it('a unit that missed it can still hand in its figures', async () => {
    const card = await cardFor('ou_chen', 'JY');
    await close();
    const closed = cardOf(
      await tap(runtime, 'ou_chen', card, '提交', { document: '1', meeting: '1', inspection: '0' }),
    );
    const form = cardOf(await tap(runtime, 'ou_chen', closed, '更正'));
    await tap(runtime, 'ou_chen', form, '提交', {
      document: '1',
      meeting: '1',
      inspection: '0',
      reason: 'late',
    });
    expect(await stateOf('JY')).toMatchObject({ state: 'confirmed' });
    expect(await documents('JY')).toMatchObject({ amount: 1 });
  });
});
