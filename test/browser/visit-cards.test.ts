import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { visitCards } from '../visits/gallery.ts';
import { lookAtCard } from './support/look.ts';
import { launch, type Stage, stage } from './support/page.ts';

const READER = { name: '林知远', title: '市委组织部' };

let browser: Browser;
let world: Stage;
beforeAll(async () => {
  browser = await launch();
  world = await stage('2026-06-15T10:00');
}, 60_000);
afterAll(async () => {
  await world.close();
  await browser.close();
});

/** Name by name, so that what a change does to a card can be looked at: `test/browser/screenshots/visits-*.png`. */
it('every card about visits is read and tapped on a phone without scrolling sideways', {
  timeout: 120_000,
}, async () => {
  for (const [name, card] of Object.entries(await visitCards())) {
    await lookAtCard(browser, world, { name: `visits-${name}`, card, reader: READER });
  }
});
