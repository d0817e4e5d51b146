import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { filingCards } from '../filings/gallery.ts';
import { launch, openPage, overflowing, PHONE, type Stage, shot, stage } from './support/page.ts';

let browser: Browser;
let world: Stage;
let cards: Record<string, Card>;
beforeAll(async () => {
  browser = await launch();
  world = await stage('2026-06-22T09:00');
  cards = await filingCards();
}, 60_000);
afterAll(async () => {
  await world.close();
  await browser.close();
});

/** Name by name, so that what a change does to a card can be looked at: `test/browser/screenshots/filings-*.png`. */
it('every card about filings is read on a phone without scrolling sideways', {
  timeout: 120_000,
}, async () => {
  for (const [name, card] of Object.entries(cards)) {
    const openId = `ou_${name}`;
    world.platform.addPerson({ openId, name: '赵知远', title: '望泉县委办公室', state: 'active' });
    world.platform.fromBot(openId, cardJson(card));
    const { page, errors } = await openPage(browser, `${world.url}?as=${openId}`, { viewport: PHONE });
    const shown = page.getByTestId('card').first();
    await shown.waitFor();
    const height = (await shown.boundingBox())?.height ?? 0;
    await page.setViewportSize({ ...PHONE, height: Math.max(400, Math.ceil(height) + 240) });
    await page.waitForTimeout(150);
    expect(await overflowing(page), name).toEqual([]);
    await shot(page, `filings-${name}`);
    expect(errors, name).toEqual([]);
    await page.context().close();
  }
});
