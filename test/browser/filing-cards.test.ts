import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { filingCards } from '../filings/gallery.ts';
import { lookAtCard } from './support/look.ts';
import { launch, type Stage, stage } from './support/page.ts';

const READER = { name: '赵知远', title: '望泉县委办公室' };

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
    await lookAtCard(browser, world, { name: `filings-${name}`, card, reader: READER });
  }
});
