import { beforeEach, describe, expect, it } from 'vitest';
import { cardText } from '../../src/chat/card-text.ts';
import { findCommand } from '../../src/chat/commands.ts';
import { counts } from '../../src/counts/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { actorOf, importTables, smallCity, 人员, 历史 } from './city.ts';
import { buttons, queued, runJob, tap } from './desk.ts';

let runtime: TestRuntime;

beforeEach(async () => {
  runtime = testRuntime('2026-06-30T09:10');
  await importTables(runtime, {
    ...smallCity,
    人员: [...(smallCity.人员 ?? []), 人员('林晓', 'JY', 'ou_lin', '联络员')],
    历史数据: 历史('NY', '发文', '2026-06', [12]),
  });
});

async function say(openId: string, text: string) {
  const found = findCommand([counts], text);
  if (!found) throw new Error(`${text} is no command`);
  const actor = await actorOf(runtime, openId);
  const card = await perform(
    runtime.store,
    () => testCtx(runtime, actor),
    (ctx) =>
      found.command.run(ctx, {
        args: found.args,
        message: {
          kind: 'message',
          eventId: `ev_${text}`,
          messageId: 'om_1',
          chat: { id: 'oc_1', kind: 'private' },
          openId,
          text,
          format: 'text',
          mentioned: false,
          sentAt: runtime.clock.now(),
        },
      }),
  );
  expect(checkCard(cardJson(card))).toEqual([]);
  return card;
}

it('all of them are private but 进度, which tells a group how many and never who (BR-10, BR-41)', () => {
  const anywhere = counts.commands?.filter(({ where }) => where === 'anywhere');
  expect(anywhere?.map(({ words }) => words[0])).toEqual(['进度']);
});

describe('我的任务', () => {
  it('says that there is nothing, and what else this person can ask for', async () => {
    expect(cardText(await say('ou_lin', '我的任务'))).toContain('目前没有要您办的事');
    expect(cardText(await say('ou_zhou', '我的任务'))).toContain('看填报进度，发“进度”');
    expect(cardText(await say('ou_tian', '我的任务'))).toContain('目前没有要您办的事');
  });

  it('gives the open card of every unit of the person, once for each message', async () => {
    await runJob(runtime, 'counts.open', '2026-06');
    const card = await say('ou_lin', '我的任务');
    expect(card.subtitle).toBe('市农业农村局');
    await say('ou_lin', '我的任务');
    const others = await queued(runtime, 'counts.tasks@');
    expect(others.map((row) => [row.card.subtitle, row.kind])).toEqual([['市教育局', 'answer']]);
  });
});

describe('进度', () => {
  it('tells the coordinator where things stand, units in their fixed order', async () => {
    await runJob(runtime, 'counts.open', '2026-06');
    const text = cardText(await say('ou_zhou', '进度'));
    expect(text).toContain('市级2026年6月发文会议统计');
    expect(text).toContain('收集中，0/2 个单位已确认');
    expect(text).toContain(
      '还没有数的单位（2 个）\n市农业农村局、市教育局\n截止前系统会提醒他们，现在不用催。',
    );
  });

  it('calls nobody late whose registered figures will be adopted (BR-14)', async () => {
    const indicators = ['发文', '会议', '督查检查考核'];
    await importTables(runtime, { 历史数据: indicators.flatMap((name) => 历史('JY', name, '2026-06', [3])) });
    await runJob(runtime, 'counts.open', '2026-06');
    const text = cardText(await say('ou_zhou', '进度'));
    expect(text).toContain('收集中，0/2 个单位已确认');
    expect(text).toContain('还没有数的单位（1 个）\n市农业农村局');
    expect(text).not.toContain('市教育局');
  });

  it('says so while there has been no round', async () => {
    expect(cardText(await say('ou_zhou', '进度'))).toContain('还没有开始过月统计');
  });

  it('is for coordinators only', async () => {
    await expect(say('ou_lin', '进度')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('更正', () => {
  it('opens the form at once for one unit, or asks which', async () => {
    await runJob(runtime, 'counts.open', '2026-06');
    expect(buttons(await say('ou_qiu', '更正')).map((button) => button.text)).toEqual(['提交']);
    const pick = await say('ou_lin', '更正');
    expect(buttons(pick).map((button) => button.text)).toEqual(['市农业农村局', '市教育局']);
    const answer = await tap(runtime, 'ou_lin', pick, '市教育局');
    expect(answer.card?.subtitle).toBe('市教育局');
  });

  it.each(['更正 2026-05', '更正2026年5月'])('%s reaches a month that was never collected', async (text) => {
    const form = await say('ou_qiu', text);
    expect(cardText(form)).toContain('更正2026年5月发文会议统计');
    const answer = await tap(runtime, 'ou_qiu', form, '提交', {
      document: '3',
      meeting: '1',
      inspection: '0',
      reason: 'omitted',
    });
    expect(answer.toast?.tone).toBe('success');
  });

  it('has nothing to offer before the first round', async () => {
    expect(cardText(await say('ou_qiu', '更正'))).toContain('还没有可以更正的月统计');
  });
});
