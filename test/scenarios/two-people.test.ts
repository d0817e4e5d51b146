import { and, asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { countRevision, roundUnit } from '../../db/schema/index.ts';
import { closeStage, GROUP, openStage, type Stage } from './vocabulary.ts';

/** The morning of the month's card, with both liaisons of 教育局 before theirs. */
async function morning(): Promise<Stage> {
  const stage = await openStage({ at: '2026-06-29T17:00' });
  await stage.timeIs('2026-06-30T09:30');
  return stage;
}

/** How often the unit's month was settled, and its documents. */
async function record({ house }: Stage, unit = 'B02') {
  const { db } = house.store;
  const [state] = await db
    .select()
    .from(roundUnit)
    .where(and(eq(roundUnit.unit, unit), eq(roundUnit.month, '2026-06')));
  const figures = await db
    .select({ amount: countRevision.amount, source: countRevision.source })
    .from(countRevision)
    .where(
      and(
        eq(countRevision.unit, unit),
        eq(countRevision.month, '2026-06'),
        eq(countRevision.indicator, 'document'),
      ),
    )
    .orderBy(asc(countRevision.revision));
  return { state: state?.state, revision: state?.revision, figures };
}

describe('two liaisons of one unit at once', () => {
  it('with the same figures: both have succeeded, and it counts once', async () => {
    const stage = await morning();
    const { liaison, colleague } = stage;
    const answers = await Promise.all([liaison.clicks('确认无误'), colleague.clicks('确认无误')]);
    await stage.rest();
    for (const answer of answers) {
      expect(answer).toSay(/^(已确认，谢谢|已经是这个数了，不用再报)。$/);
      expect(answer.tone).toBe('success');
    }
    expect(answers.filter(({ says }) => says === '已确认，谢谢。')).toHaveLength(1);
    expect(liaison.received()).toEqual(colleague.received());
    expect(liaison).toSee(/统计：已确认[\s\S]*发文 4 件/);
    expect(await record(stage)).toMatchObject({ state: 'confirmed', revision: 1 });
  });

  it('with different figures: one wins, the other is told whose number stands and how to change it', async () => {
    const stage = await morning();
    const { liaison, colleague } = stage;
    await colleague.clicks('修改');
    const answers = await Promise.all([liaison.clicks('确认无误'), colleague.submits({ 发文: '9' })]);
    await stage.rest();
    const winner = answers[0].tone === 'success' ? liaison : colleague;
    const loser = winner === liaison ? 1 : 0;
    expect(answers[loser].tone).toBe('warning');
    expect(answers[loser]).toSay(
      new RegExp(`^${winner.name}已在6月30日（周二）.*提交了不同的数.*请点“更正”`),
    );
    expect(liaison.received()).toEqual(colleague.received());
    expect(liaison).toSee(new RegExp(`发文 ${winner === liaison ? 4 : 9} 件[\\s\\S]*${winner.name} .*确认`));
    expect(await record(stage)).toMatchObject({ state: 'confirmed', revision: 1 });
  });

  it('while the process dies: still one clear state, and both see it', { timeout: 20_000 }, async () => {
    const before = await morning();
    await before.colleague.clicks('修改');
    const world = before.house.save();
    for (let steps = 1, died = true; died; steps++) {
      const stage = await openStage({ world, weather: { lives: [steps] } });
      const { liaison, colleague } = stage;
      await Promise.all([liaison.clicks('确认无误'), colleague.submits({ 发文: '9' })]);
      await stage.rest();
      died = stage.deaths() > 0;
      const why = `died after step ${steps}`;
      expect(liaison.received(), why).toEqual(colleague.received());
      expect(liaison, why).toSee(/统计：已确认[\s\S]*(发文 4 件[\s\S]*钱晓禾|发文 9 件[\s\S]*孙文博) .*确认/);
      expect(await record(stage), why).toMatchObject({ state: 'confirmed', revision: 1 });
      await closeStage(stage);
      if (!died) expect(steps).toBeGreaterThan(3);
    }
  });

  it('one after the other: the second sees what the first did and may change it', async () => {
    const stage = await morning();
    const { liaison, colleague } = stage;
    await liaison.clicks('确认无误');
    await colleague.clicks('更正');
    const answer = await colleague.submits({ 发文: '5' });
    expect(answer).toSay(/^已更正/);
    for (const person of [liaison, colleague]) expect(person).toSee(/发文 5 件[\s\S]*孙文博 .*确认/);
    expect(await record(stage)).toMatchObject({ state: 'confirmed', revision: 2 });
  });
});

it('a double click counts once and both answers say so', async () => {
  const stage = await morning();
  const click = stage.liaison.keepsOpen('确认无误');
  const answers = await Promise.all([click(), click()]);
  await stage.rest();
  expect(answers.map(({ tone }) => tone)).toEqual(['success', 'success']);
  expect(await record(stage)).toMatchObject({ state: 'confirmed', revision: 1 });
  expect(stage.colleague).toSee(/统计：已确认/);
});

describe('a card that has grown old', () => {
  it('after the colleague has sent other figures does not undo them', async () => {
    const stage = await morning();
    const { liaison, colleague } = stage;
    const late = liaison.keepsOpen('确认无误');
    await colleague.clicks('修改');
    await colleague.submits({ 发文: '9' });
    const answer = await late();
    expect(answer).toSay(/^孙文博已在6月30日（周二）.*提交了不同的数/);
    expect(liaison).toSee(/发文 9 件/);
  });

  it('after the close is answered with how things stand', async () => {
    const stage = await morning();
    const { silent, timeIs } = stage;
    const late = silent.keepsOpen('修改');
    await timeIs('2026-07-06T10:00');
    const answer = await late();
    expect(answer).toSay(/^2026年6月的统计已截止，这次没有改动。数字有误，请点“更正”并选原因。$/);
    expect(silent).toSee(/统计：已采用[\s\S]*\[更正\]/);
    expect(await record(stage, 'B04')).toMatchObject({ state: 'adopted', figures: [{ amount: 18 }] });
  });
});

it('a unit that had nothing registered and did nothing can still report after the close', async () => {
  const stage = await morning();
  const { unregistered, coordinator, timeIs } = stage;
  await timeIs('2026-07-06T10:00');
  expect(unregistered).toSee(/统计：已截止[\s\S]*补报，请点“更正”/);
  await unregistered.clicks('更正');
  // That it is late is chosen already: there is nothing else to explain.
  const answer = await unregistered.submits({ 发文: '3', 会议: '2' });
  expect(answer).toSay(/^已更正/);
  await timeIs('2026-07-07T09:35');
  expect(coordinator).toHaveReceived(/4\/4 个单位有数/, 1);
});

it('nobody else can answer for a unit, whatever their client sends', async () => {
  const stage = await morning();
  const { liaison, cadre, otherCadre, platform } = stage;
  const [card] = platform.view(liaison.openId).chats.flatMap(({ messages }) => messages);
  const value = { month: '2026-06', unit: 'B02', revision: 0, shown: '', a: 'counts.confirm', v: 1 };
  const answer = await platform.users.click(cadre.openId, card?.id ?? '', { value });
  expect(answer.toast).toMatchObject({ type: 'error' });
  const unheardOf = await platform.users.click(otherCadre.openId, card?.id ?? '', {
    value: { a: 'counts.drop' },
  });
  expect(unheardOf.toast?.content).toMatch(/按钮已经不能用了/);
  expect(liaison).toSee(/\[确认无误\]/);
  expect(await record(stage)).toMatchObject({ state: 'open', revision: 0 });
  expect(stage.outcome()[GROUP]).toBeUndefined();
});
