import { describe, expect, it, vi } from 'vitest';
import { textsIn } from './person.ts';
import { GROUP, openStage } from './vocabulary.ts';

/** Days pass in some of them, one heartbeat a minute of what is due. */
vi.setConfig({ testTimeout: 30_000 });

describe('今日待办', () => {
  it('a coordinator sees on one card what to decide and who is not done, and opens it with one tap', async () => {
    const { coordinator, timeIs } = await openStage();
    await timeIs('2026-07-01T10:00');
    await coordinator.says('今日待办');
    expect(coordinator).toSee(
      /今日待办[\s\S]*还没齐[\s\S]*2026年6月统计：应报 4 家，还差 1 家没有数，7月3日（周五）18:00截止：望泉县卫生健康局/,
    );
    await coordinator.clicks('看进度', /今日待办/);
    expect(coordinator.received().at(-1)).toMatch(/还有 1 家没有数|望泉县/);
  });

  it('a liaison sees what is theirs, and nothing once it is confirmed', async () => {
    const { liaison, timeIs } = await openStage();
    await timeIs('2026-07-01T10:00');
    await liaison.says('今日待办');
    expect(liaison).toSee(/要您办[\s\S]*2026年6月统计待确认/);
    await liaison.clicks('去确认', /今日待办/);
    await liaison.clicks('确认无误');
    await liaison.says('今日待办');
    expect(liaison.received().at(-1)).toContain('今天没有要您定、要您办的事。');
  });

  it('the month’s text waits to be released', async () => {
    const { coordinator, timeIs } = await openStage();
    await timeIs('2026-07-07T10:10');
    await coordinator.says('今日待办');
    expect(coordinator.received().at(-1)).toMatch(/等您定[\s\S]*2026年6月统计文字稿，看过后发布/);
  });

  it('a cadre has nothing to do; a group hears numbers and no names (BR-41)', async () => {
    const { cadre, coordinator, timeIs, platform } = await openStage();
    await timeIs('2026-07-01T10:00');
    await cadre.says('今日待办');
    expect(cadre.received().at(-1)).toContain('今天没有要您定、要您办的事。');
    await coordinator.says('@轻负 今日待办', { in: GROUP });
    await coordinator.says('@轻负 进度', { in: GROUP });
    const said = platform
      .view(coordinator.openId)
      .chats.filter((chat) => chat.kind === 'group')
      .flatMap(textsIn)
      .join('\n');
    expect(said).toMatch(/还差 1 家没有数[\s\S]*请到单聊里发“今日待办”看/);
    expect(said).toMatch(/应报 4 家，已有 \d 家。/);
    expect(said).not.toContain('卫生健康局');
  });
});

describe('what is no duty', () => {
  it('is switched off and on again by a word or a tap', async () => {
    const { coordinator } = await openStage();
    await coordinator.says('静默');
    expect(coordinator.received().at(-1)).toMatch(/只发您职责内的提醒[\s\S]*恢复接收/);
    await coordinator.clicks('恢复接收');
    expect(coordinator.received().at(-1)).toMatch(/已取消静默[\s\S]*只收职责内的提醒/);
    expect(await coordinator.clicks('只收职责内的提醒')).toSay(/不再发这类消息/);
  });
});
