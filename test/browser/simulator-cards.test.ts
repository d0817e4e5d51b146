import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everything, examples } from './support/cards.ts';
import { DESKTOP, launch, openPage, overflowing, PHONE, type Stage, shot, stage } from './support/page.ts';

let browser: Browser;
let world: Stage;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

beforeEach(async () => {
  world = await stage();
  for (const [openId, name, title] of [
    ['ou_cadre', '林晓', '望江镇 党政办'],
    ['ou_liaison', '周婉清', '市农业农村局 办公室'],
  ] as const)
    world.platform.addPerson({ openId, name, title, state: 'active' });
});
afterEach(() => world.close());

async function open(cards: Record<string, unknown>[], viewport = DESKTOP, dark = false) {
  for (const card of cards) world.platform.fromBot('ou_cadre', card);
  const opened = await openPage(browser, `${world.url}?as=ou_cadre`, {
    viewport,
    colorScheme: dark ? 'dark' : 'light',
  });
  await opened.page
    .getByTestId('card')
    .nth(cards.length - 1)
    .waitFor();
  return opened;
}

const button = (page: Page, text: string) =>
  page.getByTestId('card-button').filter({ hasText: new RegExp(`^${text}$`) });

describe('cards on a desktop and a phone', () => {
  for (const [name, viewport] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    for (const [card, json] of Object.entries({ ...examples, everything })) {
      it(`${card} on a ${name}`, async () => {
        const { page, errors } = await open([json], viewport);
        if (card === 'chart') await page.locator('[data-testid=chart][data-ready=true] canvas').waitFor();
        await page.setViewportSize({
          width: viewport.width,
          height: card === 'everything' ? 2600 : viewport.height,
        });
        await page.waitForTimeout(120);
        expect(await overflowing(page)).toEqual([]);
        await shot(page, `card-${card}-${name}`);
        expect(errors).toEqual([]);
      });
    }
  }
});
