import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoCast } from '../../db/seed/demo/index.ts';
import { type Demo, startDemo } from './support/demo.ts';
import { launch, overflowing, PHONE, shot } from './support/page.ts';
import { type Seat, takeSeat } from './support/seat.ts';

/** Item by item on a phone, in the demo: every card is looked at as the liaison sees it. */

const phone = { viewport: PHONE, hasTouch: true, deviceScaleFactor: 2 };

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  browser = await launch();
  demo = await startDemo();
});
afterAll(async () => {
  await demo.remove();
  await browser.close();
});

const words = async (place: Locator) => ((await place.textContent()) ?? '').replace(/\s+/g, ' ');

async function picture(seat: Seat, name: string): Promise<void> {
  await shot(seat.page, name);
  expect(await overflowing(seat.page), name).toEqual([]);
  expect(seat.errors, name).toEqual([]);
}

it('a document is registered from one line, put right, and the month is confirmed', async () => {
  const liaison = await takeSeat(browser, demo, demoCast.itemLiaison, phone);
  const form = await liaison.say('发文 景农〔2026〕99号 关于做好夏粮收购工作的通知');
  expect(await words(form)).toMatch(/登记发文.*景农〔2026〕99号.*计入2026年6月发文/);
  await picture(liaison, 'items-draft-phone');
  await liaison.tap(await liaison.card('登记发文'), /^登记$/);
  await liaison.told('已登记。');
  expect(await words(await liaison.card('已登记：发文'))).toMatch(/6月发文现在是/);
  await picture(liaison, 'items-done-phone');
  await liaison.tap(await liaison.card('已登记：发文'), '改或撤回');
  await liaison.card('登记的发文');
  await picture(liaison, 'items-item-phone');
  await liaison.tap(await liaison.card('登记的发文'), '不算这件');
  await liaison.card('记录保留，可以恢复');
  await picture(liaison, 'items-strike-phone');

  const meeting = await liaison.say('会议 6月16日 全市秸秆禁烧座谈会 直达乡镇');
  expect(await words(meeting)).toMatch(/登记会议/);
  await picture(liaison, 'items-meeting-phone');
  const list = await liaison.say('登记');
  await list.getByTestId('card-button').last().scrollIntoViewIfNeeded();
  expect(await words(list)).toMatch(/6月登记清单.*单列的/);
  await picture(liaison, 'items-list-phone');

  await demo.clock('2026-06-30T09:30');
  const month = await liaison.card('6月发文会议统计');
  await month.getByTestId('card-button').last().scrollIntoViewIfNeeded();
  await picture(liaison, 'items-month-phone');
  await liaison.tap(month, '修改');
  await liaison.card('6月登记清单');
  await liaison.tap(await liaison.card('6月登记清单'), '确认无误');
  await liaison.told('已确认，谢谢。');
  await picture(liaison, 'items-confirmed-phone');
  await liaison.close();
});

it('numbers typed in one line fill the form; a deputy is asked in another', async () => {
  const liaison = await takeSeat(browser, demo, demoCast.liaison, phone);
  await liaison.say('6月发文7件会议3个');
  expect(await words(await liaison.card(/发文 ?7 件/))).toMatch(/没有问题就点“提交”/);
  await picture(liaison, 'figures-typed-phone');
  await liaison.say('代办');
  await picture(liaison, 'deputy-phone');
  await liaison.close();
  const office = await takeSeat(browser, demo, demoCast.cityCoordinator, phone);
  await office.say('填报名单');
  await picture(office, 'reporting-list-phone');
  await office.close();
});
