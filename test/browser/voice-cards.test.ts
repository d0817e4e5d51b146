import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { voiceCards } from '../voice/gallery.ts';
import { lookAtCard } from './support/look.ts';
import { launch, type Stage, stage } from './support/page.ts';

const READER = { name: '何安', title: '青禾县委办公室' };

let browser: Browser;
let world: Stage;
beforeAll(async () => {
  browser = await launch();
  world = await stage('2026-06-22T09:00');
}, 60_000);
afterAll(async () => {
  await world.close();
  await browser.close();
});

/** Name by name, so that what a change does to a card can be looked at: `test/browser/screenshots/voice-*.png`. */
it('every card about complaints is read and answered on a phone without scrolling sideways', {
  timeout: 120_000,
}, async () => {
  for (const [name, card] of Object.entries(await voiceCards())) {
    await lookAtCard(browser, world, { name: `voice-${name}`, card, reader: READER });
  }
});
