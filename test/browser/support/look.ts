import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { cardJson } from '../../../src/feishu/card-json.ts';
import { openPage, overflowing, PHONE, type Stage, shot } from './page.ts';

/**
 * Shows one card to one person on a phone as high as the card needs, and keeps the picture under its name in
 * `test/browser/screenshots`. Nothing may run out sideways, nor anything go wrong in the page.
 */
export async function lookAtCard(
  browser: Browser,
  world: Stage,
  { name, card, reader }: { name: string; card: Card; reader: { name: string; title: string } },
): Promise<void> {
  const openId = `ou_${name}`;
  world.platform.addPerson({ openId, ...reader, state: 'active' });
  world.platform.fromBot(openId, cardJson(card));
  const { page, errors } = await openPage(browser, `${world.url}?as=${openId}`, { viewport: PHONE });
  const shown = page.getByTestId('card').first();
  await shown.waitFor();
  const height = (await shown.boundingBox())?.height ?? 0;
  await page.setViewportSize({ ...PHONE, height: Math.max(400, Math.ceil(height) + 240) });
  await page.waitForTimeout(150);
  expect(await overflowing(page), name).toEqual([]);
  await shot(page, name);
  expect(errors, name).toEqual([]);
  await page.context().close();
}
