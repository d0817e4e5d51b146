import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { outbox } from '../../db/schema/index.ts';
import { dayOf, timeOf } from '../../src/kernel/day.ts';
import { GROUP, openStage, type Stage } from './vocabulary.ts';

/** Calls that put a message into a chat. */
const sends = ({ platform }: Stage) =>
  platform.journal().filter(({ title }) => title.startsWith('POST /open-apis/im/v1/messages'));

describe('in a group', () => {
  it('nothing is said to what is not addressed to the bot, even if it could listen', async () => {
    const stage = await openStage({ at: '2026-06-22T09:00' });
    stage.platform.faults.allGroupMessages = true;
    await stage.cadre.says('乡补最低多少钱', { in: GROUP });
    await stage.cadre.says('@所有人 收到请回复', { in: GROUP });
    await stage.cadre.sendsPicture({ in: GROUP });
    expect(stage.outcome().减负问答).toEqual([]);
    expect(sends(stage)).toEqual([]);
  });

  it('after the bot was removed nothing more is tried; back again it answers', async () => {
    const stage = await openStage({ at: '2026-06-22T09:00' });
    const { cadre, coordinator, platform, timeIs, house } = stage;
    platform.faults.inject({ path: '/open-apis/im/v1/messages', times: 1, kind: 'status-502' });
    await cadre.says('@轻负 乡补最低多少钱', { in: GROUP });
    await coordinator.removesBot(GROUP);
    await timeIs('2026-06-22T10:00');
    expect(sends(stage)).toHaveLength(1);
    const [row] = await house.store.db.select().from(outbox).where(eq(outbox.target, GROUP));
    expect(row).toMatchObject({ state: 'cancelled', reason: 'group_gone' });
    await coordinator.addsBot(GROUP);
    await cadre.says('@轻负 乡补最低多少钱', { in: GROUP });
    expect(stage.outcome().减负问答).toHaveLength(1);
  });

  it('a removal of which the bot hears only after it is back does not silence it', async () => {
    const stage = await openStage({ at: '2026-06-22T09:00' });
    const { cadre, coordinator, whileOff, timeIs } = stage;
    await whileOff('2026-06-22T09:01', () => coordinator.removesBot(GROUP));
    await coordinator.addsBot(GROUP);
    await timeIs('2026-06-22T10:30');
    await cadre.says('@轻负 乡补最低多少钱', { in: GROUP });
    expect(stage.outcome().减负问答).toHaveLength(1);
  });

  it('what belongs into a private chat is sent there', async () => {
    const stage = await openStage({ at: '2026-06-22T09:00' });
    await stage.coordinator.says('@轻负 我的任务', { in: GROUP });
    expect(stage.outcome().减负问答?.[0]).toMatch(/请到单聊里办理[\s\S]*群里不收数、不派任务/);
  });
});

it('pictures and files are refused kindly and never fetched', async () => {
  const stage = await openStage({ at: '2026-06-22T09:00' });
  const { cadre, platform } = stage;
  await cadre.sendsPicture();
  await cadre.sendsFile('名单.xlsx');
  expect(cadre).toHaveReceived(/不收图片和文件/, 2);
  expect(platform.journal().filter(({ title }) => title.startsWith('GET'))).toEqual([]);
});

describe('after downtime', () => {
  it('what somebody wrote meanwhile is summed up once, not answered late', async () => {
    const stage = await openStage({ at: '2026-06-22T09:00' });
    const { cadre, otherCadre, whileOff, timeIs } = stage;
    await whileOff('2026-06-22T10:20', async () => {
      await cadre.says('乡补最低多少钱');
      await cadre.says('村支书一个月多少钱');
      await cadre.says('在吗');
      await otherCadre.says('今天天气怎么样');
    });
    await cadre.says('乡补最低多少钱');
    expect(cadre).toSee(/月人均 200 元/);
    await timeIs('2026-06-22T17:00');
    expect(cadre).toHaveReceived(/刚才没能及时回复[\s\S]*09:00 前后[\s\S]*请再发一次/, 1);
    expect(cadre.received()).toHaveLength(2);
    expect(otherCadre.received()).toHaveLength(1);
  });

  it('a few minutes late is late, but still an answer', async () => {
    const stage = await openStage({ at: '2026-06-22T09:00' });
    const { cadre, whileOff, timeIs } = stage;
    await whileOff('2026-06-22T09:04', () => cadre.says('乡补最低多少钱'));
    await timeIs('2026-06-22T09:20');
    expect(cadre).toHaveReceived(/月人均 200 元/, 1);
    expect(cadre.received()).toHaveLength(1);
  });

  it('of three days a reminder that still helps comes once', async () => {
    const { groupLiaison, whileOff, timeIs } = await openStage({ at: '2026-06-19T17:00' });
    await timeIs('2026-06-22T17:00');
    await whileOff('2026-06-26T09:00');
    expect(groupLiaison).toHaveReceived(/走访谈话提醒[\s\S]*还有 4 天/, 1);
    await timeIs('2026-06-29T17:00');
    expect(groupLiaison.received()).toHaveLength(1);
  });

  it('of ten days only the newest of two reminders', async () => {
    const { groupLiaison, whileOff, timeIs } = await openStage({ at: '2026-06-12T17:00' });
    await timeIs('2026-06-12T18:00');
    await whileOff('2026-06-24T09:00');
    await timeIs('2026-06-24T17:00');
    expect(groupLiaison.received()).toHaveLength(1);
    expect(groupLiaison).toSee(/还有 6 天/);
  });

  it('over the last workday of the month the card comes once, and yesterday’s nudge is not made up for', async () => {
    const { liaison, unregistered, whileOff, timeIs } = await openStage({ at: '2026-06-29T17:00' });
    await timeIs('2026-06-29T17:30');
    await whileOff('2026-07-03T08:00');
    await timeIs('2026-07-03T10:00');
    expect(liaison.received()).toHaveLength(1);
    expect(unregistered).toHaveReceived(/今天截止/, 1);
    expect(unregistered.received()).toHaveLength(2);
  });

  it('over the whole collection nobody is asked any more', async () => {
    const stage = await openStage({ at: '2026-06-29T17:00' });
    const { liaison, unregistered, coordinator, whileOff, timeIs } = stage;
    await timeIs('2026-06-29T17:30');
    await whileOff('2026-07-06T09:00');
    await timeIs('2026-07-07T09:35');
    expect(liaison.received()).toEqual([]);
    expect(unregistered.received()).toEqual([]);
    expect(coordinator).toHaveReceived(/3\/4 个单位有数，数据不齐[\s\S]*望泉县卫生健康局/, 1);
  });

  it('that ends in the evening, everybody has their evening', async () => {
    const stage = await openStage({ at: '2026-06-29T17:00' });
    const { liaison, platform, whileOff, timeIs } = stage;
    await timeIs('2026-06-29T17:30');
    await whileOff('2026-06-30T20:00');
    await timeIs('2026-06-30T23:59');
    expect(liaison.received()).toEqual([]);
    await timeIs('2026-07-01T09:00');
    const [card] = platform.view(liaison.openId).chats.flatMap(({ messages }) => messages);
    expect(`${dayOf(card?.at ?? 0)} ${timeOf(card?.at ?? 0)}`).toMatch(/^2026-07-01 08:3\d$/);
  });
});

it('whoever wants silence gets duties only', async () => {
  const { coordinator, timeIs } = await openStage({ at: '2026-06-29T17:00' });
  await coordinator.says('静默');
  expect(coordinator).toSee(/只发您职责内的提醒/);
  await timeIs('2026-07-07T11:00');
  expect(coordinator).not.toHaveReceived(/6月发文会议统计/);
  await coordinator.says('取消静默');
  expect(coordinator).toSee(/已取消静默/);
});

it('a stranger may ask and learns nothing of others; nothing unasked ever comes', async () => {
  const { visitor, timeIs } = await openStage({ at: '2026-06-29T17:00' });
  await visitor.opensChat();
  await visitor.says('乡补最低多少钱');
  expect(visitor).toSee(/月人均 200 元/);
  await visitor.says('进度');
  expect(visitor).not.toHaveReceived(/望泉县/);
  const before = visitor.received().length;
  await timeIs('2026-07-07T11:00');
  expect(visitor.received()).toHaveLength(before);
});
