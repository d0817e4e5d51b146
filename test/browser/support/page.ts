import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { packagedCalendar } from '../../../src/main/calendar.ts';
import { folderAssets } from '../../../src/simulator/assets.ts';
import { simulatorRoutes } from '../../../src/simulator/routes.ts';
import type { GuideStep, RanSlot } from '../../../src/simulator/wire.ts';
import { type FakePlatform, fakePlatform } from '../../support/fake-platform.ts';

const BUILT = fileURLToPath(new URL('../../../dist/simulator', import.meta.url));
const SHOTS = fileURLToPath(new URL('../screenshots', import.meta.url));

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium-headless-shell',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-extensions',
      '--mute-audio',
    ],
  });
}

export interface Stage {
  platform: FakePlatform;
  url: string;
  /** What the next move of the clock is said to have run. */
  ran: RanSlot[];
  /** Happens while the clock moves. */
  onMove: () => void;
  /** Breaks every connection that is open now; new ones are accepted. */
  dropConnections(): void;
  close(): Promise<void>;
}

/** The real routes over a fake platform, on a port of their own. */
export async function stage(shanghai = '2026-06-22T09:00', guide: GuideStep[] = []): Promise<Stage> {
  const platform = fakePlatform(Date.parse(`${shanghai}:00+08:00`));
  const app = new Hono();
  const result = { platform, url: '', ran: [] as RanSlot[], onMove: () => {} };
  app.route(
    '/simulator',
    simulatorRoutes({
      platform,
      clock: { now: () => platform.now },
      calendar: () => packagedCalendar,
      moveClock: async (to) => {
        platform.now = to;
        result.onMove();
        return { ran: result.ran, sent: result.ran.length };
      },
      guide,
      assets: folderAssets(BUILT),
    }),
  );
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started));
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(result, {
    url: `http://127.0.0.1:${port}/simulator`,
    dropConnections() {
      if ('closeAllConnections' in server) server.closeAllConnections();
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  });
}

/** A page that fails the test on any script error or refused resource. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = { viewport: DESKTOP },
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'America/New_York', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 40')) errors.push(message.text());
  });
  await page.goto(url);
  return { page, errors };
}

export async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  // Toasts and menus as they are once they have come in.
  await page.screenshot({ path: `${SHOTS}/${name}.png`, animations: 'disabled' });
}

/** Elements that stick out of the window sideways, outside of boxes that scroll by themselves. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX)
        ? element.getBoundingClientRect().right <= innerWidth + 1
        : scrolls(element.parentElement));
    return [...document.querySelectorAll('body *')]
      .filter(
        (element) =>
          element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element.parentElement),
      )
      .map((element) => `${element.tagName}.${element.className}`);
  });
}
