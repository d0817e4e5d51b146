import { describe, expect, it } from 'vitest';
import { audit } from '../../db/schema/index.ts';
import type { TestRuntime } from '../support/ctx.ts';
import { buttons, click, expectSound, lin, records, say, visitsWorld } from './world.ts';

const H1 = '2026-H1';

async function world(): Promise<TestRuntime> {
  const runtime = await visitsWorld();
  await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
  return runtime;
}

const amend = (runtime: TestRuntime, form: Record<string, unknown>, half = H1) =>
  click(runtime, lin, 'amend', { half }, form);

describe('改登记', () => {
  it('offers what is on record, with its day, and nothing to type', async () => {
    const runtime = await world();
    const { card } = await click(runtime, lin, 'show', { half: H1, as: 'amend' });
    expectSound(card);
    const form = card?.blocks.find((block) => block.kind === 'form');
    const [first] = form?.kind === 'form' ? form.fields : [];
    expect(first).toMatchObject({
      options: [
        { text: '柳溪镇 走访 6月15日', value: 'T1:visit' },
        { text: '柳溪镇 谈话 6月15日', value: 'T1:talk' },
      ],
    });
  });

  it('puts the day right, and the audit keeps the one before', async () => {
    const runtime = await world();
    const answer = await amend(runtime, { record: 'T1:talk', how: 'day', day: '2026-06-12 +0800' });
    expect(answer.toast).toEqual({ tone: 'success', text: '已改为：柳溪镇 谈话 6月12日' });
    expectSound(answer.card);
    expect(await records(runtime)).toEqual(['T1 2026-H1 talk 2 2026-06-12', 'T1 2026-H1 visit 2 2026-06-15']);
    expect((await runtime.store.db.select().from(audit)).at(-1)).toMatchObject({
      action: 'visits.amend',
      data: { half: H1, group: '2', kind: 'talk', from: '2026-06-15', day: '2026-06-12' },
    });
  });

  it('takes back a slip of the finger: it is open again', async () => {
    const runtime = await world();
    const answer = await amend(runtime, { record: 'T1:talk', how: 'withdraw' });
    expect(answer.toast?.text).toBe('已撤销：柳溪镇 谈话');
    expect(buttons(answer.card)).toContain('谈话 柳溪镇');
    expect(await records(runtime)).toEqual(['T1 2026-H1 visit 2 2026-06-15']);
    expect(buttons(await say(runtime, lin, '走访登记'))).toContain('谈话 柳溪镇');
  });

  it.each([
    { record: 'T1:talk', how: 'withdraw' },
    { record: 'T1:talk', how: 'day', day: '2026-06-12' },
  ])('a double click of %j is a success and happens once', async (form) => {
    const runtime = await world();
    const answers = await Promise.all([1, 2, 3].map(() => amend(runtime, form)));
    expect(answers.map(({ toast }) => toast?.tone)).toEqual(['success', 'success', 'success']);
    expect(await runtime.store.db.select().from(audit)).toHaveLength(2);
  });

  it.each([
    [{ record: 'T1:talk', how: 'day' }, '请选实际日期。'],
    [{ record: 'T1', how: 'withdraw' }, '这个联系点已经调整。请发“走访登记”打开新的卡片。'],
    [{}, '登记没有填；怎么改没有填。请改好后再提交，已填的内容都还在。'],
  ])('%j: %s', async (form, text) => {
    expect((await amend(await world(), form)).toast).toEqual({ tone: 'error', text });
  });

  it.each(['2025-12-31', '2026-06-16'])('not to %s, outside the half-year or in the future', async (day) => {
    await expect(amend(await world(), { record: 'T1:talk', how: 'day', day })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('not for a half-year long over', async () => {
    await expect(
      amend(await world(), { record: 'T1:talk', how: 'withdraw' }, '2025-H1'),
    ).rejects.toMatchObject({
      code: 'closed',
    });
  });

  it('a second entry with another day says which one stands', async () => {
    const runtime = await world();
    const form = { unit: 'T1', kind: 'visit', day: '2026-06-01' };
    const { toast } = await click(runtime, lin, 'backdate', { half: H1 }, form);
    expect(toast?.text).toBe('柳溪镇已经登记过了：走访 6月15日、谈话 6月15日。日期不对的，请点“改登记”');
  });

  it('with nothing on record shows the duties', async () => {
    const { card } = await click(await visitsWorld(), lin, 'show', { half: H1, as: 'amend' });
    expect(buttons(card)).toContain('走访 柳溪镇');
  });
});
