import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reconciliationCards } from '../counts/reconciliation-gallery.ts';
import { launch, openPage, overflowing, PHONE, type Stage, shot, stage } from './support/page.ts';

let browser: Browser;
let world: Stage;
let cards: Awaited<ReturnType<typeof reconciliationCards>>;
beforeAll(async () => {
  browser = await launch();
  world = await stage('2026-01-12T10:00');
  cards = await reconciliationCards();
});
afterAll(async () => {
  await world.close();
  await browser.close();
});

/** Head of the chat and line to write in, around the card. */
const AROUND = 240;

/** To be looked at in `test/browser/screenshots/reconcile-*.png`. */
it('every card of the reconciliation is read on a phone without scrolling sideways', async () => {
  for (const [name, card] of Object.entries(cards)) {
    const openId = `ou_${name}`;
    world.platform.addPerson({ openId, name: '林晓', title: '市农业农村局', state: 'active' });
    world.platform.fromBot(openId, card);
    const { page, errors } = await openPage(browser, `${world.url}?as=${openId}`, { viewport: PHONE });
    const shown = page.getByTestId('card').first();
    await shown.waitFor();
    const height = (await shown.boundingBox())?.height ?? 0;
    await page.setViewportSize({ ...PHONE, height: Math.max(400, Math.ceil(height) + AROUND) });
    await page.waitForTimeout(60);
    expect(await overflowing(page), name).toEqual([]);
    await shot(page, `reconcile-${name}-phone`);
    expect(errors, name).toEqual([]);
    await page.context().close();
  }
});
