import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { compareTolerance } from '../../src/policy/self-checks/verbs/compare-tolerance.ts';
import { openCheck } from '../../src/policy/self-checks/verbs/open-check.ts';
import { CHECKS } from '../../src/policy/self-checks/words.ts';
import { askQuestions } from '../../src/policy/verbs/ask-questions.ts';
import { cadre, policyWorld, privately } from '../policy/world.ts';
import { testCtx } from '../support/ctx.ts';
import { DESKTOP, launch, openPage, overflowing, PHONE, shot, stage } from './support/page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Cards as the product makes them, by name. */
async function cards(): Promise<Record<string, Card>> {
  const ctx = testCtx(await policyWorld(), cadre);
  const forms: Record<string, Card> = {};
  for (const check of CHECKS) forms[`self-check-${check}`] = (await openCheck(ctx, { check })).result;
  const form = forms['self-check-tolerance']?.blocks.find((block) => block.kind === 'form');
  const list = form?.kind === 'form' ? String(form.submit.value?.['list']) : '';
  const ticks = { 'positive.0': true, 'positive.4': true, 'negative.3': true, 'distinctions.2': true };
  const result = await compareTolerance(ctx, { form: ticks, list });
  const several = await askQuestions(ctx, {
    text: '问两件事：一，五小是哪五小；二，三个不开是啥',
    chat: privately,
  });
  return { ...forms, 'self-check-result': result.result, 'several-answers': several.result.card };
}

describe('self-checks and several answers', () => {
  it.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ] as const)('are read without scrolling sideways on a %s', async (name, viewport) => {
    for (const [title, card] of Object.entries(await cards())) {
      const world = await stage();
      world.platform.addPerson({ openId: 'ou_cadre', name: '林晓', title: '望江镇 党政办', state: 'active' });
      world.platform.fromBot('ou_cadre', cardJson(card));
      const { page, errors } = await openPage(browser, `${world.url}?as=ou_cadre`, { viewport });
      await page.getByTestId('card').first().waitFor();
      await page.setViewportSize({ width: viewport.width, height: 1_300 });
      await page.waitForTimeout(120);
      expect(await overflowing(page), title).toEqual([]);
      await shot(page, `card-${title}-${name}`);
      expect(errors, title).toEqual([]);
      await page.close();
      await world.close();
    }
  });
});
