import { describe, expect, it, vi } from 'vitest';
import { voice } from '../../db/schema/index.ts';
import { wholeDatabase } from '../policy/whole-database.ts';
import { closeStage, GROUP, openStage, type Stage } from './vocabulary.ts';

vi.setConfig({ testTimeout: 30_000 });

const SAID = '县教育局一周要三张同样的表';

const numberIn = (texts: readonly string[]) =>
  texts.map((text) => /查受理号 ([TJF]-\w{4}-\w{4})/.exec(text)?.[1]).findLast(Boolean) ?? '';

/** A word in the group, the form in private, the receipt, the desk's answer the next morning. */
async function story(stage: Stage): Promise<string> {
  const { cadre, coordinator, timeIs } = stage;
  await cadre.says('@轻负 投诉', { in: GROUP });
  await cadre.submits({ 内容: SAID, '涉及哪个单位（可以不填）': '望泉县教育局' });
  const number = numberIn(cadre.received());
  await timeIs('2026-06-30T09:30');
  await coordinator.clicks('打开清单', /有新的投诉建议/);
  await coordinator.clicks('办理', /投诉建议：待办/);
  await coordinator.submits({ 答复: '三张表已经并成一张。' });
  await cadre.says(`查受理号 ${number}`);
  return number;
}

describe('a complaint without a name, through the whole house', () => {
  it.each([
    ['in fair weather', {}],
    ['with everything delivered twice and every click doubled', { rough: true }],
  ])('%s', async (_, weather) => {
    const stage = await openStage({ at: '2026-06-29T17:30', weather });
    const { cadre, coordinator, liaison, colleague, house } = stage;
    const number = await story(stage);
    expect(number).toMatch(/^T-/);
    expect(cadre).toSee(/办理情况[\s\S]*已办结[\s\S]*并成一张/);
    expect(coordinator).toHaveReceived(/投诉建议：待办/, 1);
    for (const accused of [liaison, colleague])
      expect(accused.received().join('\n')).not.toMatch(/三张同样的表|投诉建议/);
    expect(await house.store.db.select().from(voice)).toMatchObject([{ number, person: '', state: 'done' }]);
    const { person: _person, grant: _grant, ...rest } = await wholeDatabase(house.store.db);
    expect(JSON.stringify(rest)).not.toContain(cadre.openId);
    await closeStage(stage);
  });

  it('a process that dies in between: still one complaint and one answer', async () => {
    for (const lives of [[40], [80], [120], [160]]) {
      const stage = await openStage({ at: '2026-06-29T17:30', weather: { lives } });
      const number = await story(stage);
      const rows = await stage.house.store.db.select().from(voice);
      expect(rows, `lives ${lives.join()}`).toMatchObject([{ number, state: 'done', revision: 1 }]);
      await closeStage(stage);
    }
  });
});
