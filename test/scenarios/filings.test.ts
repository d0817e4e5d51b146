import { expect, it } from 'vitest';
import { GROUP, openStage } from './vocabulary.ts';

const filed = {
  备案号: '望督备〔2026〕9号',
  名称: '校园食品安全检查',
  类型: '检查',
  '去哪些乡镇（街道）': '云栈镇',
  开始日: '2026-07-01',
  结束日: '2026-07-02',
};

const morning = () => openStage({ at: '2026-06-30T11:00' });

it('a liaison files an inspection in chat; the township asks in plain words and gets number and period', {
  timeout: 20_000,
}, async () => {
  const stage = await morning();
  const { liaison, cadre, otherCadre } = stage;
  await cadre.says('县教育局明天来检查备案没');
  expect(cadre).toSee(/没有查到备案，可请来检单位出示，并向两办核实：0000-6600136/);

  await liaison.says('登记备案');
  const refused = await liaison.submits({ ...filed, 类型: '单项考核', 结束日: '2026-06-01' });
  expect(refused).toSay(/结束日早于开始日；单项考核要有批准文号[\s\S]*您填的内容还在/);
  expect(await liaison.submits(filed)).toSay(/^已登记，乡镇现在就能查到。$/);
  expect(liaison).toSee(/已登记备案[\s\S]*去 云栈镇/);

  await cadre.says('县教育局明天来检查备案没');
  expect(cadre).toSee(/查到 1 项[\s\S]*备案号 望督备〔2026〕9号[\s\S]*2026年7月1日至2026年7月2日/);
  await cadre.says('督查检查考核要备案吗');
  expect(cadre).toSee(/督查检查考核实行备案管理/);
  await otherCadre.says('县教育局明天来检查备案没');
  expect(otherCadre).toSee(/没有查到备案/);
  await cadre.says('@轻负 县教育局明天来检查备案没', { in: GROUP });
  const group = stage.outcome()['减负问答']?.join('\n');
  expect(group).toMatch(/请到单聊里查/);
  expect(group).not.toMatch(/教育局|望督备/);
});

it('a double click files once, and two of one unit at once file it once', async () => {
  const stage = await morning();
  const { liaison, colleague, coordinator } = stage;
  await liaison.says('登记备案');
  await colleague.says('登记备案');
  const answers = await Promise.all([liaison.submits(filed), colleague.submits(filed)]);
  await stage.rest();
  for (const answer of answers) expect(answer).toSay(/^(已登记，乡镇现在就能查到|这一项已经登记过了)。$/);
  expect(answers.filter(({ says }) => says.startsWith('已登记'))).toHaveLength(1);
  await coordinator.says('备案台账');
  expect(coordinator).toSee(/今年 1 项/);
});

it('unplanned: the office is asked in working hours, agrees once, and both sides read how it ended', async () => {
  const stage = await openStage({ at: '2026-06-30T20:00' });
  const { liaison, colleague, coordinator, cadre, timeIs } = stage;
  await liaison.says('登记备案');
  expect(await liaison.submits({ ...filed, 计划外: true })).toSay(/待两办批准后生效/);
  expect(coordinator).not.toHaveReceived(/备案待批/);
  await timeIs('2026-07-01T09:30');
  expect(coordinator).toHaveReceived(/备案待批[\s\S]*望泉县教育局登记了一项超计划或计划外的备案/, 1);
  await cadre.says('校园食品安全检查备案没');
  expect(cadre).toSee(/没有查到备案/);
  const click = coordinator.keepsOpen('批准');
  const answers = await Promise.all([click(), click()]);
  await stage.rest();
  for (const answer of answers) expect(answer.tone).toBe('success');
  expect(colleague).toHaveReceived(/备案已批准/, 1);
  await cadre.says('校园食品安全检查备案没');
  expect(cadre).toSee(/查到 1 项/);
});

it('withdrawn on the way: what was queued for the office is not sent any more', async () => {
  const stage = await openStage({ at: '2026-06-30T20:00' });
  const { liaison, coordinator, timeIs } = stage;
  await liaison.says('登记备案');
  await liaison.submits({ ...filed, 计划外: true });
  await liaison.clicks('撤回');
  expect(await liaison.submits({ 原因: '不开展了' })).toSay(/^已撤回，记录保留。$/);
  await timeIs('2026-07-01T10:00');
  expect(coordinator).not.toHaveReceived(/备案待批/);
});
