import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { reportCards } from '../counts/report-cards.ts';
import { DESKTOP, launch, openPage, overflowing, PHONE, shot, stage } from './support/page.ts';

let browser: Browser;
let cards: Record<string, Card>;
beforeAll(async () => {
  browser = await launch();
  cards = await reportCards();
});
afterAll(() => browser.close());

describe('reports and reviews', () => {
  it.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ] as const)('are read without scrolling sideways on a %s', async (name, viewport) => {
    for (const [title, card] of Object.entries(cards)) {
      const world = await stage();
      world.platform.addPerson({ openId: 'ou_zhou', name: '周统', title: '市委办公室', state: 'active' });
      world.platform.fromBot('ou_zhou', cardJson(card));
      const { page, errors } = await openPage(browser, `${world.url}?as=ou_zhou`, { viewport });
      await page.getByTestId('card').first().waitFor();
      await page.setViewportSize({ width: viewport.width, height: 2_000 });
      const panels = page.getByText('走势图');
      if ((await panels.count()) > 0) {
        await panels.first().click();
        await page.locator('canvas').first().waitFor();
        await page.waitForTimeout(600);
      }
      await page.waitForTimeout(120);
      expect(await overflowing(page), title).toEqual([]);
      await shot(page, `card-${title}-${name}`);
      expect(errors, title).toEqual([]);
      await page.close();
      await world.close();
    }
  });
});
