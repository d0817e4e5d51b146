import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { guideSteps } from '../../src/simulator/guide.ts';
import { examples } from './support/cards.ts';
import { DESKTOP, launch, openPage, overflowing, PHONE, type Stage, shot, stage } from './support/page.ts';

let browser: Browser;
let world: Stage;

const PEOPLE = [
  ['ou_cadre', '林晓', '望江镇 党政办'],
  ['ou_clerk', '赵春来', '望江镇 社会事务办'],
  ['ou_liaison', '周婉清', '市农业农村局 办公室'],
  ['ou_coordinator', '许衡', '市委办 综合科'],
  ['ou_group', '何静', '第 3 考察组 联络员'],
] as const;

const guide = guideSteps({
  ask: { as: 'ou_cadre', who: '望江镇干部林晓', question: '乡镇补贴怎么算？' },
  confirm: { as: 'ou_liaison', who: '农业农村局联络员周婉清', at: '2026-06-30T09:30:00+08:00' },
  warn: { as: 'ou_coordinator', who: '市委办统筹员许衡', at: '2026-07-07T09:30:00+08:00' },
  remind: { as: 'ou_group', who: '第 3 考察组联络员何静', at: '2026-07-08T09:30:00+08:00' },
});

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

beforeEach(async () => {
  world = await stage('2026-06-22T09:00', guide);
  for (const [openId, name, title] of PEOPLE)
    world.platform.addPerson({ openId, name, title, state: 'active' });
});
afterEach(() => world.close());

const at = (shanghai: string) => Date.parse(`${shanghai}:00+08:00`);
const messages = (page: Page) => page.getByTestId('message');

describe('taking a seat', () => {
  it('shows the list first, finds by unit, and keeps the person in the address', async () => {
    const { page, errors } = await openPage(browser, world.url);
    await page.getByTestId('person-search').waitFor();
    await shot(page, 'people-desktop');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await page.getByTestId('person-search').fill('望江 社会');
    expect(await page.getByTestId('person-item').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByTestId('composer').waitFor();
    expect(page.url()).toContain('as=ou_clerk');
    expect(await page.getByTestId('person-switch').textContent()).toContain('赵春来');
    expect(world.platform.calls).toEqual([{ what: 'open', openId: 'ou_clerk' }]);
    await page.getByTestId('person-switch').click();
    expect(await page.getByTestId('person-search').inputValue()).toBe('');
    expect(errors).toEqual([]);
  });

  it('says when the person in the address is unknown', async () => {
    const { page } = await openPage(browser, `${world.url}?as=ou_nobody`);
    await page.getByTestId('toast').filter({ hasText: 'ou_nobody' }).waitFor();
    await page.getByTestId('person-search').waitFor();
  });

  it('marks who has something new', async () => {
    world.platform.fromBot('ou_group', '走访提醒');
    const { page } = await openPage(browser, `${world.url}?as=ou_cadre`);
    await page.getByTestId('person-switch').click();
    const item = page.locator('[data-testid=person-item][data-open-id=ou_group]').last();
    expect(await item.textContent()).toContain('有新消息');
  });
});

describe('talking', () => {
  it('sends with Enter, breaks the line with Shift+Enter, and shows both sides', async () => {
    const { page, errors } = await openPage(browser, `${world.url}?as=ou_cadre`);
    const box = page.getByTestId('composer');
    await box.fill('第一行');
    await box.press('Shift+Enter');
    await box.pressSequentially('第二行');
    await box.press('Enter');
    await messages(page).first().waitFor();
    expect(await box.inputValue()).toBe('');
    expect(world.platform.calls.at(-1)?.text).toBe('第一行\n第二行');
    world.platform.fromBot('ou_cadre', '收到。');
    await page.locator('[data-testid=message][data-from=bot]').waitFor();
    const own = await messages(page).first().locator('.bubble').boundingBox();
    const bot = await messages(page).nth(1).locator('.bubble').boundingBox();
    expect(own?.x).toBeGreaterThan(bot?.x ?? Number.POSITIVE_INFINITY);
    expect(errors).toEqual([]);
  });

  it('shows markup in messages as characters', async () => {
    world.platform.fromBot('ou_cadre', '<b>粗</b> **星**');
    const { page } = await openPage(browser, `${world.url}?as=ou_cadre`);
    expect(await messages(page).first().locator('.bubble').textContent()).toBe('<b>粗</b> **星**');
  });

  it('offers pictures and files', async () => {
    const { page } = await openPage(browser, `${world.url}?as=ou_cadre`);
    await page.getByTestId('attach-picture').click();
    await page.locator('[data-testid=message][data-type=image]').waitFor();
    await page.getByTestId('attach-file').click();
    await page.locator('[data-testid=message][data-type=file]').filter({ hasText: '.docx' }).waitFor();
    await shot(page, 'attachments-desktop');
  });

  it('mentions the bot in a group, and counts what was not read', async () => {
    world.platform.addGroup('oc_group', '望江镇工作群', ['ou_cadre', 'ou_clerk']);
    const { page } = await openPage(browser, `${world.url}?as=ou_cadre`);
    await page.getByTestId('composer').waitFor();
    world.platform.fromBot('', '一', 'oc_group');
    world.platform.fromBot('', '二', 'oc_group');
    const row = page.locator('[data-testid=chat-item][data-kind=group]');
    await row.locator('.badge', { hasText: '2' }).waitFor();
    expect(await row.textContent()).toContain('轻负：二');
    await row.click();
    await page.getByTestId('mention').click();
    await page.getByTestId('composer').pressSequentially('差旅费标准是多少');
    await page.getByTestId('send').click();
    await messages(page).nth(2).waitFor();
    expect(world.platform.calls.at(-1)).toMatchObject({ chatId: 'oc_group', text: '@bot 差旅费标准是多少' });
    expect(await row.locator('.badge').count()).toBe(0);
    await shot(page, 'group-desktop');
  });

  it('keeps the text when it could not be sent', async () => {
    const { page } = await openPage(browser, `${world.url}?as=ou_cadre`);
    await page.getByTestId('composer').fill('还在吗');
    await page.route('**/api/say', (route) => route.abort());
    await page.getByTestId('send').click();
    await page.getByTestId('toast').filter({ hasText: '连不上模拟器' }).waitFor();
    expect(await page.getByTestId('composer').inputValue()).toBe('还在吗');
  });

  it('loses nothing over a broken connection', async () => {
    const { page } = await openPage(browser, `${world.url}?as=ou_cadre`);
    world.platform.fromBot('ou_cadre', '断线前');
    await messages(page).first().waitFor();
    world.dropConnections();
    world.platform.fromBot('ou_cadre', '断线时');
    await page.getByText('正在重新连接').waitFor();
    world.platform.fromBot('ou_cadre', '断线后');
    await messages(page).nth(2).waitFor();
    expect(await messages(page).locator('.bubble').allTextContents()).toEqual(['断线前', '断线时', '断线后']);
  });

  it('writes times by the business clock', async () => {
    world.platform.now = at('2026-06-19T16:05');
    world.platform.fromBot('ou_cadre', '上周五');
    world.platform.now = at('2026-06-21T10:00');
    world.platform.fromBot('ou_cadre', '昨天');
    world.platform.now = at('2026-06-22T08:59');
    world.platform.fromBot('ou_cadre', '今天');
    const { page } = await openPage(browser, `${world.url}?as=ou_cadre`);
    await messages(page).nth(2).waitFor();
    expect(await page.locator('.stamp').allTextContents()).toEqual([
      '6月19日 周五 16:05',
      '昨天 10:00',
      '08:59',
    ]);
  });

  it('stays quick with 500 messages', async () => {
    for (let n = 0; n < 250; n++) {
      world.platform.fromBot('ou_cadre', `第 ${n} 条`);
      world.platform.fromBot('ou_cadre', examples.answer);
    }
    const { page, errors } = await openPage(browser, `${world.url}?as=ou_cadre`);
    await page.getByText('第 249 条').waitFor();
    const began = Date.now();
    await page.getByTestId('composer').fill('快不快');
    await page.getByTestId('send').click();
    await page.locator('[data-testid=message][data-from=me]').waitFor();
    expect(Date.now() - began).toBeLessThan(1500);
    expect(await messages(page).count()).toBeLessThan(100);
    const last = page.locator('[data-testid=message][data-from=me]');
    expect(await last.evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight)).toBe(
      true,
    );
    await page.locator('.stream').evaluate((element) => element.scrollTo(0, 0));
    await page.waitForFunction(() => document.querySelectorAll('[data-testid=message]').length > 100);
    expect(errors).toEqual([]);
  });
});

describe('the clock', () => {
  it('shows the day, moves on, and says what fell due and for whom', async () => {
    const { page, errors } = await openPage(browser, `${world.url}?as=ou_cadre`);
    await page.getByTestId('clock-now').click();
    expect(await page.getByTestId('clock-now').textContent()).toBe('6月22日 周一09:00工作日');
    world.ran = [
      { slot: 'counts.open@2026-06', state: 'finished' },
      { slot: 'visits.remind@2026-06-30', state: 'finished' },
    ];
    world.onMove = () => world.platform.fromBot('ou_liaison', examples.form);
    await page.locator('[data-testid=clock-advance][data-jump=month-card]').click();
    const report = page.getByTestId('clock-report');
    await report.getByText('本次触发 2 项任务，发出 2 条消息').waitFor();
    expect(world.platform.now).toBe(at('2026-06-30T09:30'));
    expect(await page.getByTestId('clock-now').textContent()).toContain('6月30日 周二09:30');
    expect(await report.textContent()).toContain('发月统计确认卡');
    await page.waitForTimeout(200);
    await shot(page, 'clock-desktop');
    await report.getByRole('button', { name: '周婉清' }).click();
    await page.getByTestId('card').waitFor();
    expect(page.url()).toContain('as=ou_liaison');
    expect(errors).toEqual([]);
  });

  it('goes to a chosen day and time; earlier days cannot be chosen, earlier times are refused', async () => {
    const { page } = await openPage(browser, `${world.url}?as=ou_cadre`);
    await page.getByTestId('clock-now').click();
    await page.getByTestId('clock-pick').click();
    expect(await page.locator('[data-day="2026-06-21"]').isDisabled()).toBe(true);
    await page.getByTestId('clock-时').selectOption('08');
    await page.getByTestId('clock-go').click();
    await page.getByTestId('toast').filter({ hasText: '业务时间只能往前走' }).waitFor();
    await page.locator('[data-day="2026-07-01"]').click();
    await page.getByTestId('clock-go').click();
    await page.getByTestId('clock-now').filter({ hasText: '7月1日' }).waitFor();
    expect(world.platform.now).toBe(at('2026-07-01T08:00'));
    await shot(page, 'clock-pick-desktop');
  });

  it('moves before anybody was chosen, and again', async () => {
    const { page } = await openPage(browser, world.url);
    await page.getByTestId('person-search').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('clock-now').click();
    for (const time of ['10:00', '11:00']) {
      await page.locator('[data-testid=clock-advance][data-jump=hour]').click();
      await page.getByTestId('clock-now').filter({ hasText: time }).waitFor();
    }
    expect(world.platform.now).toBe(at('2026-06-22T11:00'));
  });

  it('knows holidays and make-up workdays', async () => {
    world.platform.now = at('2026-02-15T10:00');
    const { page } = await openPage(browser, `${world.url}?as=ou_cadre`);
    await page.locator('[data-testid=clock-now] .workday', { hasText: '休息日' }).waitFor();
    await page.getByTestId('clock-now').click();
    await page.locator('[data-testid=clock-advance][data-jump=month-card]').click();
    await page.locator('[data-testid=clock-now] .workday', { hasText: '工作日' }).waitFor();
    expect(world.platform.now).toBe(at('2026-02-28T09:30'));
  });
});

describe('the tour', () => {
  it('takes a seat, fills the question, and moves the clock where a step needs it', async () => {
    const { page, errors } = await openPage(browser, `${world.url}?as=ou_clerk`);
    await page.getByTestId('guide-start').click();
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '乡镇补贴怎么算？');
    expect(page.url()).toContain('as=ou_cadre');
    await shot(page, 'guide-ask-desktop');
    const greeted = world.platform.calls.filter((call) => call.what === 'open').map((call) => call.openId);
    expect(greeted).toEqual(expect.arrayContaining(guide.map((step) => step.as)));
    expect(await page.getByTestId('guide-start').textContent()).toBe('下一步：点一下');
    await page.getByTestId('guide-start').click();
    await page.waitForFunction(() => location.search.includes('ou_liaison'));
    expect(world.platform.now).toBe(at('2026-06-30T09:30'));
    await page.getByTestId('guide-step-ask').click();
    await page.getByTestId('guide-start').click();
    await page.waitForFunction(() => location.search.includes('ou_cadre'));
    expect(world.platform.now).toBe(at('2026-06-30T09:30'));
    expect(errors).toEqual([]);
  });

  it('goes through its steps in the order of time', () => {
    const seat = { as: 'ou_cadre', who: '林晓' };
    const steps = guideSteps({
      ask: { ...seat, question: '问' },
      confirm: { ...seat, at: '2026-06-30T09:30:00+08:00' },
      warn: { ...seat, at: '2026-07-07T09:30:00+08:00' },
      remind: { ...seat, at: '2026-06-23T09:30:00+08:00' },
    });
    expect(steps.map((step) => step.id)).toEqual(['ask', 'remind', 'confirm', 'warn']);
  });

  it('can be put away, and stays away', async () => {
    const { page } = await openPage(browser, `${world.url}?as=ou_cadre`);
    await page.getByTestId('guide-toggle').click();
    await page.getByTestId('guide').waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByTestId('composer').waitFor();
    expect(await page.getByTestId('guide').isVisible()).toBe(false);
  });
});

describe('the drawer', () => {
  it('lists what went both ways, opens cards inside strings, and filters', async () => {
    world.platform.note({ title: 'im.message.receive_v1', request: { event: { text: '你好' } } });
    world.platform.note({
      direction: 'from-bot',
      title: 'POST /open-apis/im/v1/messages',
      request: { content: JSON.stringify(examples.answer) },
      status: 400,
    });
    const { page, errors } = await openPage(browser, `${world.url}?as=ou_cadre`);
    await page.getByTestId('drawer-toggle').click();
    const entries = page.getByTestId('journal-entry');
    await entries.nth(1).waitFor();
    await entries.first().getByRole('button').first().click();
    expect(await entries.first().textContent()).toContain('"schema": "2.0"');
    await shot(page, 'drawer-desktop');
    await page.getByTestId('filter-to-bot').click();
    expect(await entries.count()).toBe(1);
    world.platform.note({ title: 'card.action.trigger' });
    await page.getByText('card.action.trigger').waitFor();
    expect(errors).toEqual([]);
  });

  it('shows the JSON of one card', async () => {
    world.platform.fromBot('ou_cadre', examples.reminder);
    const { page } = await openPage(browser, `${world.url}?as=ou_cadre`);
    await messages(page).first().hover();
    await page.getByTestId('inspect').click();
    expect(await page.getByTestId('card-json').textContent()).toContain('"明日拜访提醒"');
  });
});

describe('on a phone', () => {
  it('goes between list and chat, nothing sticks out, the clock is a sheet', async () => {
    world.platform.addGroup('oc_group', '望江镇党政工作联络群（含驻村工作队）', ['ou_cadre']);
    world.platform.fromBot('', '群里的一条很长很长很长很长很长很长很长很长的消息', 'oc_group');
    world.platform.fromBot('ou_cadre', examples.answer);
    const { page, errors } = await openPage(browser, `${world.url}?as=ou_cadre`, {
      viewport: PHONE,
      hasTouch: true,
    });
    await page.getByTestId('card').waitFor();
    await shot(page, 'chat-phone');
    expect(await overflowing(page)).toEqual([]);
    await page.getByTestId('back').click();
    await page.locator('[data-testid=chat-item][data-kind=group]').waitFor();
    await shot(page, 'list-phone');
    expect(await overflowing(page)).toEqual([]);
    await page.getByTestId('clock-now').click();
    await page.getByTestId('clock-pick').click();
    await page.waitForTimeout(200);
    await shot(page, 'clock-phone');
    expect(await overflowing(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByTestId('person-switch').click();
    await page.waitForTimeout(200);
    await shot(page, 'people-phone');
    await page.keyboard.press('Escape');
    await page.getByTestId('drawer-toggle').click();
    await page.waitForTimeout(200);
    await shot(page, 'drawer-phone');
    expect(await overflowing(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('is dark where the phone is dark', async () => {
    world.platform.fromBot('ou_cadre', examples.chart);
    world.platform.fromBot('ou_cadre', examples.form);
    const { page } = await openPage(browser, `${world.url}?as=ou_cadre`, {
      viewport: PHONE,
      colorScheme: 'dark',
    });
    await page.locator('[data-testid=chart][data-ready=true]').waitFor();
    await shot(page, 'dark-phone');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(26, 27, 30)',
    );
  });
});

it('is dark on a desktop at the press of a button', async () => {
  world.platform.fromBot('ou_cadre', examples.answer);
  const { page } = await openPage(browser, `${world.url}?as=ou_cadre`, { viewport: DESKTOP });
  await page.getByTestId('card').waitFor();
  await page.getByTestId('theme-toggle').click();
  await shot(page, 'dark-desktop');
  await page.reload();
  await page.getByTestId('card').waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
});
