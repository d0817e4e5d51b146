import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Gallery, policyCards } from '../policy/gallery.ts';
import { launch, openPage, overflowing, PHONE, type Stage, shot, stage } from './support/page.ts';

let browser: Browser;
let world: Stage;
let cards: Gallery;
beforeAll(async () => {
  browser = await launch();
  world = await stage('2026-06-26T10:00');
  cards = await policyCards();
});
afterAll(async () => {
  await world.close();
  await browser.close();
});

/** What a phone shows between the head of the chat and the line to write in; one flick more for what is filled in. */
const ONE_SCREEN = 640;
const ONE_FLICK = 900;

/** Cards that one reads through or ticks, rather than being told by. */
const LONG = /^check-|^several$|^digest$/;

/** Name by name, so that what a change does to a card can be looked at: `test/browser/screenshots/policy-*.png`. */
it('every card of the policy half is read on a phone without scrolling sideways, most of them on one screen', {
  timeout: 120_000,
}, async () => {
  for (const [name, { card }] of Object.entries(cards)) {
    const openId = `ou_${name}`;
    world.platform.addPerson({ openId, name: '赵知远', title: '云栈镇', state: 'active' });
    world.platform.fromBot(openId, card);
    const { page, errors } = await openPage(browser, `${world.url}?as=${openId}`, { viewport: PHONE });
    const shown = page.getByTestId('card').first();
    await shown.waitFor();
    const height = (await shown.boundingBox())?.height ?? 0;
    expect(height, name).toBeLessThan(LONG.test(name) ? ONE_FLICK : ONE_SCREEN);
    await page.setViewportSize({ ...PHONE, height: Math.max(400, Math.ceil(height) + 240) });
    await page.waitForTimeout(60);
    expect(await overflowing(page), name).toEqual([]);
    await shot(page, `policy-${name}`);
    expect(errors, name).toEqual([]);
    await page.context().close();
  }
});
