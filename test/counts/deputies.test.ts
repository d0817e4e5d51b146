import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { grant } from '../../db/schema/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { findHolders } from '../../src/people/repo.ts';
import type { TestRuntime } from '../support/ctx.ts';
import { importTables, smallCity, 人员, 历史 } from './city.ts';
import { cardOf, deliver, queued, runJob, tap } from './desk.ts';
import { itemRuntime, say } from './item-desk.ts';

let runtime: TestRuntime;

const june = ['发文', '会议', '督查检查考核'].flatMap((name) => 历史('JY', name, '2026-06', [3]));

beforeEach(async () => {
  runtime = await itemRuntime('2026-06-22T10:00', {
    人员: [...(smallCity.人员 ?? []), 人员('方圆', 'JY', 'ou_fang', '干部')],
    历史数据: june,
  });
});

const liaisons = async () =>
  (await findHolders(runtime.store.db, 'liaison', ['JY'])).map(({ openId }) => openId);

describe('a deputy', () => {
  it('is named in one line, gets the month’s card as well, and can confirm it', async () => {
    const answer = await say(runtime, 'ou_chen', '代办 方圆 到7月10日');
    expect(cardText(answer)).toContain('已请方圆代您办到2026年7月10日');
    expect(await liaisons()).toEqual(['ou_chen', 'ou_fang']);
    const [asked] = await queued(runtime, 'counts.deputy@');
    expect(cardText(asked?.card as Card)).toContain(
      '陈实请您代办市教育局的发文会议统计，到2026年7月10日为止',
    );
    runtime.clock.set('2026-06-30T09:10');
    await runJob(runtime, 'counts.open', '2026-06');
    const [card] = await queued(runtime, 'counts.card@2026-06:JY:ou_fang');
    const done = await tap(runtime, 'ou_fang', card?.card as Card, '确认无误');
    expect(cardText(cardOf(done))).toContain('方圆 6月30日（周二）09:10确认');
  });

  it('named while the month is collected gets its card the next morning, once', async () => {
    runtime.clock.set('2026-06-30T09:10');
    await runJob(runtime, 'counts.open', '2026-06');
    await deliver(runtime);
    await say(runtime, 'ou_chen', '代办 方圆');
    runtime.clock.set('2026-07-01T09:15');
    for (const day of ['2026-07-01', '2026-07-02']) await runJob(runtime, 'counts.hand-over', day);
    const cards = await queued(runtime, 'counts.card@2026-06:JY');
    expect(cards.map(({ target }) => target)).toEqual(['ou_chen', 'ou_fang']);
    expect(cardText(cards[1]?.card as Card)).toContain('本月这件事移交给您');
  });

  it('ends on its day without anybody doing anything', async () => {
    await say(runtime, 'ou_chen', '代办 方圆 到6月30日');
    await runJob(runtime, 'counts.deputies', '2026-06-30');
    expect(await liaisons()).toEqual(['ou_chen', 'ou_fang']);
    runtime.clock.set('2026-07-01T09:05');
    await runJob(runtime, 'counts.deputies', '2026-07-01');
    expect(await liaisons()).toEqual(['ou_chen']);
  });

  it('can end it, as can the liaison; a second click says that it is over', async () => {
    const card = await say(runtime, 'ou_chen', '代办 方圆');
    const [asked] = await queued(runtime, 'counts.deputy@');
    const ended = await tap(runtime, 'ou_fang', asked?.card as Card, '结束代办');
    expect(ended.toast?.text).toBe('方圆的代办已结束。');
    expect(await liaisons()).toEqual(['ou_chen']);
    expect((await tap(runtime, 'ou_chen', card, '结束代办')).toast?.text).toBe('这项代办已经结束了。');
  });

  it('who has become the only liaison stays it', async () => {
    await say(runtime, 'ou_chen', '代办 方圆 到6月30日');
    await runtime.store.atomically([runtime.store.db.delete(grant).where(eq(grant.openId, 'ou_chen'))]);
    runtime.clock.set('2026-07-01T09:05');
    await runJob(runtime, 'counts.deputies', '2026-07-01');
    expect(await liaisons()).toEqual(['ou_fang']);
  });

  it.each([
    ['代办 某某某', '您单位的人员名单里没有“某某某”'],
    ['代办 林晓', '您单位的人员名单里没有“林晓”'],
    ['代办 陈实', '陈实已经是本单位的联络员，不用代办。'],
    ['代办', '如：代办 张三 到7月10日'],
  ])('%s: %s', async (text, answer) => {
    expect(cardText(await say(runtime, 'ou_chen', text))).toContain(answer);
    expect(await liaisons()).toEqual(['ou_chen']);
  });

  it.each(['代办 方圆 到12月31日', '代办 方圆 到2026-06-01', '代办 方圆 到13月40日'])(
    '%s is refused with what to do',
    async (text) => {
      await expect(say(runtime, 'ou_chen', text)).rejects.toMatchObject({ code: 'invalid' });
    },
  );

  it('nobody ends what is not theirs', async () => {
    const card = await say(runtime, 'ou_chen', '代办 方圆');
    await expect(tap(runtime, 'ou_lin', card, '结束代办')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('when a liaison changes while a month is collected', () => {
  it('the successor gets the card the next morning with a word about it, whoever had it before no second one', async () => {
    runtime.clock.set('2026-06-30T09:10');
    await runJob(runtime, 'counts.open', '2026-06');
    await deliver(runtime);
    await importTables(runtime, { 人员: [人员('新来', 'JY', 'ou_new', '联络员')] });
    runtime.clock.set('2026-07-01T09:15');
    await runJob(runtime, 'counts.hand-over', '2026-07-01');
    const cards = await queued(runtime, 'counts.card@2026-06:JY');
    expect(cards.map(({ target }) => target)).toEqual(['ou_chen', 'ou_new']);
    const text = cardText(cards[1]?.card as Card);
    expect(text).toContain('您是市教育局新的联络员，本月这件事移交给您');
    expect(text).toContain('发文：3 件');
  });

  it('nothing is handed over of a month that is settled, and nothing is said to anybody else', async () => {
    runtime.clock.set('2026-06-30T09:10');
    await runJob(runtime, 'counts.open', '2026-06');
    const [card] = await queued(runtime, 'counts.card@2026-06:JY:ou_chen');
    await tap(runtime, 'ou_chen', card?.card as Card, '确认无误');
    await importTables(runtime, { 人员: [人员('方圆', 'JY', 'ou_fang', '联络员')] });
    const before = (await queued(runtime)).length;
    runtime.clock.set('2026-07-01T09:15');
    await runJob(runtime, 'counts.hand-over', '2026-07-01');
    expect(await queued(runtime)).toHaveLength(before);
  });
});
