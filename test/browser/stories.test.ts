import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoCast } from '../../db/seed/demo/index.ts';
import { type Demo, startDemo } from './support/demo.ts';
import { launch, openPage, overflowing, PHONE, shot } from './support/page.ts';
import { type Seat, seatAt, takeSeat } from './support/seat.ts';

/** The README's five minutes with the real product: `npm run demo` in a process of its own, one for each story-teller. */

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const phone = { viewport: PHONE, hasTouch: true, deviceScaleFactor: 2 };

/** No script error, nothing beyond the edge. */
async function expectSound({ page, errors }: Seat): Promise<void> {
  expect(await overflowing(page)).toEqual([]);
  expect(errors).toEqual([]);
}

/** What stands there, blanks and line ends as one blank. */
const words = async (place: Locator) => ((await place.textContent()) ?? '').replace(/\s+/g, ' ');

const field = (page: Page, label: string) => page.getByTestId(`field-${label}`).last();

/** The title of the newest card lies within the window, so that nobody has to look for it. */
async function expectTitleInSight(seat: Seat, title: string): Promise<void> {
  const box = await (await seat.card(title)).boundingBox();
  const stream = await seat.page.locator('.stream').boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual((stream?.y ?? 0) - 1);
}

describe('the four stories on a desktop', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo();
    // As the tour does: whoever opens the chat before the work arrives is greeted before it.
    for (const openId of [demoCast.groupLiaison, demoCast.liaison, demoCast.cityCoordinator])
      await (await takeSeat(browser, demo, openId)).close();
  });
  afterAll(() => demo.remove());

  it('ask: an answer with source and date, an honest no, a choice, and a question in a group', async () => {
    const cadre = await takeSeat(browser, demo, demoCast.cadre);
    await cadre.card('您好，我是轻负');
    const answer = await cadre.say('乡补最低多少钱一个月');
    expect(await words(answer)).toMatch(/月人均 200 元/);
    expect(await words(answer)).toMatch(/依据.*乡镇.*通知.*按 2026年6月22日在库有效/);
    await shot(cadre.page, 'story-ask-answer-desktop');

    const unknown = await cadre.say('今天天气怎么样');
    expect(await words(unknown)).toMatch(/知识库里没有.*我不猜.*找谁问.*0000-6600136/);

    const several = await cadre.say('周转房');
    if ((await words(several))?.includes('您问的是哪一个')) {
      await shot(cadre.page, 'story-ask-choose-desktop');
      await several.getByTestId('card-button').first().click();
    }
    await cadre.card(/周转房[\s\S]*依据[\s\S]*有用/);
    await shot(cadre.page, 'story-ask-chosen-desktop');
    await cadre.tap(await cadre.card(/周转房[\s\S]*依据/), '有用');
    await cadre.told('不记是谁');

    await cadre.page.locator('[data-testid=chat-item][data-kind=group]').first().click();
    await cadre.page.getByTestId('mention').click();
    await cadre.page.getByTestId('composer').pressSequentially('乡补最低多少钱一个月');
    await cadre.page.getByTestId('send').click();
    const inGroup = await cadre.card('月人均 200 元');
    expect(await inGroup.getByTestId('card-button').count()).toBe(0);
    await shot(cadre.page, 'story-ask-group-desktop');
    await expectSound(cadre);
    await cadre.close();
  });

  it('ask: help, about, tasks; pictures are refused; the drawer shows the raw event and the card', async () => {
    const cadre = await takeSeat(browser, demo, demoCast.cadre);
    const help = await cadre.say('帮助');
    expect(await words(help)).toMatch(/我能帮您做什么.*我的任务.*查备案/);
    expect(await words(help)).not.toMatch(/考察进度|走访登记|更正/);
    await shot(cadre.page, 'help-desktop');
    expect(await words(await cadre.say('关于'))).toMatch(/主办单位.*备案号.*2026年3月2日.*版本/);
    expect(await words(await cadre.say('我的任务'))).toMatch(/目前没有要您办的事/);
    await cadre.page.getByTestId('attach-picture').click();
    await cadre.card('不收图片和文件');
    await shot(cadre.page, 'about-tasks-picture-desktop');

    await cadre.page.getByTestId('drawer-toggle').click();
    await cadre.page.getByTestId('filter-to-bot').click();
    const event = cadre.page.getByTestId('journal-entry').filter({ hasText: 'im.message.receive_v1' });
    await event.first().getByRole('button').first().click();
    expect(await words(event.first())).toContain('"message_type": "image"');
    await (await cadre.card('关于轻负')).hover();
    await cadre.page.locator('[data-testid=message]', { hasText: '关于轻负' }).getByTestId('inspect').click();
    expect(await cadre.page.getByTestId('card-json').textContent()).toContain('"schema": "2.0"');
    await shot(cadre.page, 'drawer-real-desktop');
    await expectSound(cadre);
    await cadre.close();
  });

  it('remind: a card of what is open only; one tap records, another records both, a third an earlier day', async () => {
    await demo.clock('2026-06-23T09:30');
    const group = await takeSeat(browser, demo, demoCast.groupLiaison);
    const reminder = await group.card('走访谈话提醒');
    expect(await words(reminder)).toMatch(/第4组.*还差 4 项.*6月30日到期，还有 7 天/);
    await shot(group.page, 'story-remind-desktop');
    await group.tap(reminder, /^走访 /);
    await group.told(/已登记：.*走访，6月23日/);
    await group.card(/走访谈话登记[\s\S]*还差 3 项/);

    await group.tap(await group.card('还差 3 项'), '按实际日期补登记');
    await group.card('选联系点、类型和实际日期');
    await field(group.page, '联系点').click();
    await group.page.locator('.floating:popover-open [role=option]').first().click();
    await field(group.page, '类型').click();
    await group.page.getByTestId('option-谈话').last().click();
    await field(group.page, '日期').click();
    await group.page.locator('.floating:popover-open [data-day="2026-06-18"]').click();
    await shot(group.page, 'story-remind-backdate-desktop');
    await group.tap(await group.card('选联系点'), /^登记$/);
    await group.told(/已登记：.*谈话，6月18日/);
    expect(await words(await group.card('还差 2 项'))).toMatch(/已登记：.*谈话 6月18日/);
    await expectSound(group);
    await group.close();

    const other = await takeSeat(browser, demo, demo.seat('市委组织部 干部日常考察第 7 组'));
    await other.tap(await other.card('走访谈话提醒'), /^同日走访并谈话 /);
    await other.told(/已登记：.*走访、谈话，6月23日/);
    await shot(other.page, 'story-remind-both-desktop');
    await other.close();
  });

  it('confirm: one tap, once even when tapped twice', async () => {
    await demo.clock('2026-06-30T09:30');
    const liaison = await takeSeat(browser, demo, demoCast.liaison);
    const card = await liaison.card('6月发文会议统计');
    expect(await words(card)).toMatch(/发文.*会议.*督查检查考核.*截止：7月3日（周五）18:00/);
    await expectTitleInSight(liaison, '6月发文会议统计');
    await shot(liaison.page, 'story-confirm-desktop');
    await card.getByTestId('card-button').filter({ hasText: '确认无误' }).dblclick();
    await liaison.card(/6月发文会议统计：已确认/);
    await shot(liaison.page, 'story-confirmed-desktop');
    expect((await demo.received(demoCast.liaison)).filter(({ text }) => text.includes('统计'))).toHaveLength(
      1,
    );
    await expectSound(liaison);
    await liaison.close();
  });

  it('confirm: wrong numbers are explained all at once, nothing typed is lost', async () => {
    const liaison = await takeSeat(browser, demo, demo.seat('市民政局 办公室'));
    await liaison.tap(await liaison.card('6月发文会议统计'), '修改');
    await liaison.card('只改有变化的数');
    await field(liaison.page, '发文').fill('１２a');
    await field(liaison.page, '会议').fill('2');
    await field(liaison.page, '会议·其中计划外').fill('5');
    await field(liaison.page, '督查检查考核').fill('1.5');
    await liaison.tap(await liaison.card('只改有变化的数'), '提交');
    await liaison.told(/发文“12a”看不懂.*；会议·其中计划外不能比会议还多；督查检查考核要填整数，“1.5”带小数/);
    await shot(liaison.page, 'story-confirm-problems-desktop');
    for (const [label, typed] of [
      ['发文', '１２a'],
      ['会议·其中计划外', '5'],
      ['督查检查考核', '1.5'],
    ] as const)
      expect(await field(liaison.page, label).inputValue()).toBe(typed);

    await field(liaison.page, '发文').fill('１２');
    await field(liaison.page, '会议·其中计划外').fill('1');
    await field(liaison.page, '督查检查考核').fill('一');
    await liaison.tap(await liaison.card('只改有变化的数'), '提交');
    const done = await liaison.card(/已确认|请再看一眼/);
    if (!(await words(done))?.includes('已确认')) await liaison.tap(done, '提交');
    expect(await words(await liaison.card('已确认'))).toMatch(
      /发文 12 件.*会议 2 次（其中计划外 1 次.*督查检查考核 1 次/,
    );
    await shot(liaison.page, 'story-confirm-changed-desktop');
    await expectSound(liaison);
    await liaison.close();
  });

  it('warn: the month’s figures, then what rises, with formula and chart', async () => {
    await demo.clock('2026-07-07T10:10');
    const coordinator = await takeSeat(browser, demo, demoCast.cityCoordinator);
    const report = await coordinator.card('市级2026年6月发文会议统计');
    expect(await words(report)).toMatch(/16\/16 个单位有数.*发文.*累计.*执行率.*进度差.*剩余额度.*同比/);
    const warning = await coordinator.card('6月反弹苗头提示');
    await warning.locator('[data-testid=chart][data-ready=true] canvas').first().waitFor();
    await expectTitleInSight(coordinator, '6月反弹苗头提示');
    await shot(coordinator.page, 'story-warn-desktop');
    expect(await words(warning)).toMatch(/市生态环境局 发文：预警.*进度超前.*提醒线/);
    await warning.getByTestId('panel').first().click();
    await warning
      .getByText(/进度差 = A\/P − T；累计 A=\d+、年计划 P=\d+、时间进度 T=48\.4%/)
      .first()
      .waitFor();
    await shot(coordinator.page, 'story-warn-sums-desktop');
    expect(await words(await coordinator.say('进度'))).toMatch(/市级2026年6月发文会议统计/);
    await shot(coordinator.page, 'story-warn-progress-desktop');
    await expectSound(coordinator);
    await coordinator.close();
  });
});

describe('remind, confirm and warn on a phone', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo();
    for (const openId of [demoCast.groupLiaison, demoCast.liaison, demoCast.cityCoordinator])
      await (await takeSeat(browser, demo, openId)).close();
  });
  afterAll(() => demo.remove());

  async function sit(openId: string): Promise<Seat> {
    const seat = await takeSeat(browser, demo, openId, phone);
    await seat.page.getByTestId('guide-toggle').click();
    return seat;
  }

  it('ask', async () => {
    const cadre = await sit(demoCast.cadre);
    await cadre.say('乡补最低多少钱一个月');
    await shot(cadre.page, 'story-ask-phone');
    await cadre.say('帮助');
    await shot(cadre.page, 'help-phone');
    await expectSound(cadre);
    await cadre.close();
  });

  it('remind', async () => {
    await demo.clock('2026-06-23T09:30');
    const group = await sit(demoCast.groupLiaison);
    await shot(group.page, 'story-remind-phone');
    await group.tap(await group.card('走访谈话提醒'), /^同日走访并谈话 /);
    await group.card('还差 2 项');
    await shot(group.page, 'story-reminded-phone');
    await group.tap(await group.card('还差 2 项'), '按实际日期补登记');
    await group.card('选联系点、类型和实际日期');
    await shot(group.page, 'story-remind-backdate-phone');
    await expectSound(group);
    await group.close();
  });

  it('confirm', async () => {
    await demo.clock('2026-06-30T09:30');
    const liaison = await sit(demoCast.liaison);
    await shot(liaison.page, 'story-confirm-phone');
    await liaison.tap(await liaison.card('6月发文会议统计'), '修改');
    await liaison.card('只改有变化的数');
    await expectTitleInSight(liaison, '只改有变化的数');
    await shot(liaison.page, 'story-confirm-form-phone');
    await field(liaison.page, '会议·其中计划外').fill('99');
    await field(liaison.page, '督查检查考核').fill('2.5');
    await liaison.tap(await liaison.card('只改有变化的数'), '提交');
    await liaison.told(/不能比会议还多；.*带小数/);
    await shot(liaison.page, 'story-confirm-problems-phone');
    await field(liaison.page, '会议·其中计划外').fill('0');
    await field(liaison.page, '督查检查考核').fill('1');
    await liaison.tap(await liaison.card('只改有变化的数'), '提交');
    await liaison.card(/统计：已确认/);
    await shot(liaison.page, 'story-confirmed-phone');
    await expectSound(liaison);
    await liaison.close();
  });

  it('warn', async () => {
    await demo.clock('2026-07-07T10:10');
    const coordinator = await sit(demoCast.cityCoordinator);
    const warning = await coordinator.card('6月反弹苗头提示');
    const canvas = warning.locator('[data-testid=chart][data-ready=true] canvas').first();
    await canvas.waitFor();
    await expectTitleInSight(coordinator, '6月反弹苗头提示');
    await shot(coordinator.page, 'story-warn-phone');
    expect((await canvas.boundingBox())?.height).toBeGreaterThan(180);
    await coordinator.page.locator('.stream').evaluate((element) => element.scrollTo(0, 600));
    await shot(coordinator.page, 'story-warn-report-phone');
    await warning.getByTestId('panel').first().click();
    await warning.getByText('进度差 = A/P − T').first().scrollIntoViewIfNeeded();
    await shot(coordinator.page, 'story-warn-sums-phone');
    await expectSound(coordinator);
    await coordinator.close();
  });
});

it('the tour: ask, remind, confirm, warn, one click each', async () => {
  const demo = await startDemo();
  try {
    const { page, errors } = await openPage(browser, demo.url);
    await page.getByTestId('person-search').waitFor();
    await page.keyboard.press('Escape');
    const seat = seatAt(page, errors);
    const go = page.getByTestId('guide-start');
    const label = async () => (await words(go)) ?? '';
    expect(
      await page
        .locator('[data-testid^=guide-step-]')
        .evaluateAll((steps) => steps.map((step) => step.id || step.dataset['testid'])),
    ).toEqual(['guide-step-ask', 'guide-step-remind', 'guide-step-confirm', 'guide-step-warn']);

    await go.click();
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '乡镇工作补贴怎么发？');
    await page.getByTestId('composer').press('Enter');
    await seat.card(/乡镇工作补贴[\s\S]*依据/);
    await shot(page, 'tour-ask-desktop');
    for (const [next, title, name] of [
      ['记一笔', '走访谈话提醒', 'remind'],
      ['点一下', '6月发文会议统计', 'confirm'],
      ['看预警', '6月反弹苗头提示', 'warn'],
    ] as const) {
      expect(await label()).toBe(`下一步：${next}`);
      await go.click();
      await seat.card(title);
      await expectTitleInSight(seat, title);
      await shot(page, `tour-${name}-desktop`);
    }
    expect(await label()).toBe('走完了');
    await go.click();
    await page.getByTestId('guide').waitFor({ state: 'hidden' });
    await expectSound(seat);
    await seat.close();
  } finally {
    await demo.remove();
  }
});

describe('trouble', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo();
  });
  afterAll(() => demo.remove());

  it('two windows of one person show the same, and a reload loses nothing', async () => {
    const [left, right] = [
      await takeSeat(browser, demo, demoCast.cadre),
      await takeSeat(browser, demo, demoCast.cadre, phone),
    ];
    await left.say('乡补最低多少钱一个月');
    await right.tap(await right.card('月人均 200 元'), '有用');
    await right.told('不记是谁');
    await left.page.getByTestId('composer').fill('没写完');
    await left.page.reload();
    await left.card('月人均 200 元');
    const texts = (seat: Seat) => seat.page.getByTestId('message').allTextContents();
    await expect.poll(() => texts(left)).toEqual(await texts(right));
    await expectSound(left);
    await expectSound(right);
    await left.close();
    await right.close();
  });

  it('long text is answered; what is too long stays in the box and is told', async () => {
    const cadre = await takeSeat(browser, demo, demoCast.cadre, phone);
    await cadre.say('乡镇工作补贴到底怎么算，'.repeat(400));
    await expectSound(cadre);
    await shot(cadre.page, 'trouble-long-text-phone');
    const tooLong = '长'.repeat(5001);
    await cadre.page.getByTestId('composer').fill(tooLong);
    await cadre.page.getByTestId('send').click();
    await cadre.told('这条有 5001 字，一条最多 5000 字');
    expect(await cadre.page.getByTestId('composer').inputValue()).toBe(tooLong);
    await cadre.close();
  });

  it('a restarted server is told, waited for, and found as it was', async () => {
    const cadre = await takeSeat(browser, demo, demoCast.cadre);
    await cadre.say('关于');
    const before = await cadre.page.getByTestId('message').count();
    await cadre.page.getByTestId('drawer-toggle').click();
    await cadre.page.getByTestId('journal-entry').first().waitFor();
    await demo.stop();
    await cadre.page.getByText('正在重新连接').waitFor();
    await shot(cadre.page, 'trouble-offline-desktop');
    await cadre.page.getByTestId('composer').fill('还在吗');
    await cadre.page.getByTestId('send').click();
    await cadre.told('连不上模拟器');
    expect(await cadre.page.getByTestId('composer').inputValue()).toBe('还在吗');
    await demo.start();
    await cadre.page.getByText('正在重新连接').waitFor({ state: 'hidden' });
    await expect.poll(() => cadre.page.getByTestId('message').count()).toBe(before);
    await cadre.say('我的任务');
    await cadre.page
      .getByTestId('journal-entry')
      .filter({ hasText: 'im.message.receive_v1' })
      .first()
      .waitFor();
    await cadre.close();
  });
});
