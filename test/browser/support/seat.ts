import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Demo } from './demo.ts';
import { DESKTOP, openPage } from './page.ts';

/** What somebody in a seat does, in the words of what is on the screen. */
export interface Seat {
  page: Page;
  /** Script errors of the page so far. */
  errors: string[];
  /** The newest card that contains this text; waits until there is one. */
  card(text: string | RegExp): Promise<Locator>;
  /** Sends it and waits until the bot's next message is there. */
  say(text: string): Promise<Locator>;
  tap(card: Locator, button: string | RegExp): Promise<void>;
  /** Waits for a toast with this text. */
  told(text: string | RegExp): Promise<void>;
  close(): Promise<void>;
}

export async function takeSeat(
  browser: Browser,
  demo: Demo,
  openId: string,
  options: BrowserContextOptions = { viewport: DESKTOP },
): Promise<Seat> {
  const { page, errors } = await openPage(browser, `${demo.url}?as=${openId}`, options);
  // Everybody is greeted, so the chat is there with its first message.
  await page.getByTestId('message').first().waitFor();
  return seatAt(page, errors);
}

export function seatAt(page: Page, errors: string[]): Seat {
  const fromBot = page.locator('[data-testid=message][data-from=bot]');
  return {
    page,
    errors,
    async card(text) {
      const card = page.getByTestId('card').filter({ hasText: text }).last();
      await card.waitFor();
      return card;
    },
    async say(text) {
      const before = await fromBot.count();
      await page.getByTestId('composer').fill(text);
      await page.getByTestId('composer').press('Enter');
      const answer = fromBot.nth(before);
      await answer.waitFor();
      return answer;
    },
    tap: (card, button) => card.getByTestId('card-button').filter({ hasText: button }).first().click(),
    told: (text) => page.getByTestId('toast').filter({ hasText: text }).waitFor(),
    close: () => page.context().close(),
  };
}
