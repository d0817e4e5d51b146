import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everything, examples } from './support/cards.ts';
import { DESKTOP, launch, openPage, overflowing, PHONE, type Stage, shot, stage } from './support/page.ts';

let browser: Browser;
let world: Stage;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

beforeEach(async () => {
  world = await stage();
  for (const [openId, name, title] of [
    ['ou_cadre', '林晓', '望江镇 党政办'],
    ['ou_liaison', '周婉清', '市农业农村局 办公室'],
  ] as const)
    world.platform.addPerson({ openId, name, title, state: 'active' });
});
afterEach(() => world.close());

async function open(cards: Record<string, unknown>[], viewport = DESKTOP, dark = false) {
  for (const card of cards) world.platform.fromBot('ou_cadre', card);
  const opened = await openPage(browser, `${world.url}?as=ou_cadre`, {
    viewport,
    colorScheme: dark ? 'dark' : 'light',
  });
  await opened.page
    .getByTestId('card')
    .nth(cards.length - 1)
    .waitFor();
  return opened;
}

const button = (page: Page, text: string) =>
  page.getByTestId('card-button').filter({ hasText: new RegExp(`^${text}$`) });

describe('cards on a desktop and a phone', () => {
  for (const [name, viewport] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    for (const [card, json] of Object.entries({ ...examples, everything })) {
      it(`${card} on a ${name}`, async () => {
        const { page, errors } = await open([json], viewport);
        if (card === 'chart') await page.locator('[data-testid=chart][data-ready=true] canvas').waitFor();
        await page.setViewportSize({
          width: viewport.width,
          height: card === 'everything' ? 2600 : viewport.height,
        });
        await page.waitForTimeout(120);
        expect(await overflowing(page)).toEqual([]);
        await shot(page, `card-${card}-${name}`);
        expect(errors).toEqual([]);
      });
    }
  }
});

describe('what cards do', () => {
  it('writes Feishu Markdown, and shows what is not Markdown as characters', async () => {
    const { page, errors } = await open([everything]);
    const text = page.locator('.card .markdown').first();
    expect(await text.locator('h1').textContent()).toBe('一级标题');
    expect(await text.locator('strong').allTextContents()).toEqual(['加粗']);
    expect(await text.locator('.font[data-tone=red] .font[data-tone=green]').textContent()).toBe('绿');
    expect(await text.locator('.text-tag[data-tone=orange]').textContent()).toBe('预警');
    expect(await text.locator('.at').allTextContents()).toEqual(['@林晓']);
    expect(await text.textContent()).toContain('**不加粗** <at id=all></at> <script>alert(1)</script>');
    expect(await text.locator('script').count()).toBe(0);
    expect(await text.locator('a').getAttribute('rel')).toContain('noopener');
    expect(errors).toEqual([]);
  });

  it('shows an unknown component as a red box', async () => {
    const { page } = await open([everything]);
    expect(await page.getByTestId('trouble').textContent()).toContain('hologram');
  });

  it('refuses a card that is not 2.0, and survives a broken one', async () => {
    const { page } = await open([examples.answer]);
    world.platform.fromBot('ou_cadre', { header: {}, elements: [] });
    world.platform.fromBot('ou_cadre', { schema: '2.0', body: { elements: 'none' } });
    await page.getByTestId('trouble').waitFor();
    expect(await page.getByTestId('trouble').textContent()).toContain('2.0');
  });

  it('sends a button’s value, shows the toast and the new card', async () => {
    const { page, errors } = await open([examples.answer]);
    world.platform.answer = ({ messageId }) => {
      world.platform.replaceCard(messageId ?? '', examples.reminder);
      return { toast: { type: 'success', content: '已记录，谢谢' } };
    };
    await button(page, '有帮助').click();
    await page.getByTestId('toast').filter({ hasText: '已记录，谢谢' }).waitFor();
    await page.getByText('明日拜访提醒').waitFor();
    expect(world.platform.calls.at(-1)).toMatchObject({
      what: 'click',
      button: { value: { v: 1, cmd: 'feedback', score: 1 } },
    });
    expect(errors).toEqual([]);
  });

  it('spins while it waits, and a second click meanwhile sends nothing', async () => {
    const { page } = await open([examples.answer]);
    let release = () => {};
    world.platform.answer = () => new Promise((resolve) => (release = () => resolve({})));
    await button(page, '有帮助').dblclick();
    await page.locator('[data-testid=card-button][aria-busy=true]').waitFor();
    expect(world.platform.calls.filter((call) => call.what === 'click')).toHaveLength(1);
    release();
    await page.locator('[data-testid=card-button][aria-busy=true]').waitFor({ state: 'detached' });
  });

  it('asks before a confirmed button counts', async () => {
    const { page } = await open([examples.reminder]);
    await button(page, '取消').click();
    const dialog = page.getByTestId('confirm-dialog');
    await dialog.getByText('将通知主管').waitFor();
    await page.waitForTimeout(200);
    await shot(page, 'confirm-desktop');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(world.platform.calls.some((call) => call.what === 'click')).toBe(false);
    await button(page, '取消').click();
    await page.getByTestId('confirm-yes').click();
    await expect
      .poll(() => world.platform.calls.at(-1))
      .toMatchObject({
        button: { value: { v: 1, cmd: 'visit.cancel', visit_id: 'VST-0042' } },
      });
  });

  it.each([
    [{ errorCode: 200341 }, /3 秒内没有应答.*200341/],
    [{ errorCode: 200671 }, /200671/],
    [{ blocked: '这张卡片已经过期' }, /已经过期/],
    [{ toast: { type: 'error' as const, content: '这不是您单位的卡片' } }, /不是您单位/],
  ])('says what went wrong: %o', async (answer, text) => {
    const { page } = await open([examples.answer]);
    world.platform.answer = () => answer;
    await button(page, '有帮助').click();
    await page.getByTestId('toast').filter({ hasText: text }).waitFor();
  });

  it('does not press disabled buttons', async () => {
    const { page } = await open([everything]);
    expect(await button(page, '不能点').isDisabled()).toBe(true);
    expect(await button(page, '不能点').getAttribute('title')).toBe('已经截止');
  });

  it('chooses from an overflow menu', async () => {
    const { page } = await open([examples.reminder]);
    await page.getByTestId('card-overflow').click();
    await page.waitForTimeout(200);
    await shot(page, 'overflow-desktop');
    await page.getByTestId('option-推迟一周').click();
    await expect
      .poll(() => world.platform.calls.at(-1))
      .toMatchObject({
        button: { tag: 'overflow', option: 'snooze_7d', value: { cmd: 'visit.snooze' } },
      });
  });

  it('reports a checker', async () => {
    const { page } = await open([everything]);
    await page.getByTestId('field-已经到村里去过').click();
    await expect
      .poll(() => world.platform.calls.at(-1))
      .toMatchObject({ button: { tag: 'checker', checked: true } });
  });

  it('turns the pages of a table and writes numbers as asked', async () => {
    const { page } = await open([everything]);
    const table = page.getByTestId('table');
    expect(await table.locator('tbody tr').count()).toBe(3);
    expect(await table.locator('tbody td').nth(1).textContent()).toBe('¥12,345.50');
    expect(await table.locator('tbody td').nth(4).textContent()).toBe('2026-06-22');
    await page.getByTestId('table-next').click();
    expect(await table.locator('tbody tr').count()).toBe(2);
    expect(await page.getByTestId('table-next').isDisabled()).toBe(true);
  });

  it('folds and unfolds a panel', async () => {
    const { page } = await open([everything]);
    await page.getByTestId('panel').click();
    await page.getByText('执行率 = 累计 ÷ 计划').waitFor();
  });

  it('draws no chart that VChart refuses', async () => {
    const chart = { tag: 'chart', chart_spec: { type: 'nonsense', data: { values: [] } } };
    const { page } = await open([{ schema: '2.0', body: { elements: [chart] } }]);
    await page.getByTestId('trouble').filter({ hasText: '图表画不出来' }).waitFor();
  });
});

describe('forms', () => {
  const fill = async (page: Page) => {
    await page.getByTestId('field-发文').fill('１２');
    await page.getByTestId('field-类型').click();
    await page.getByTestId('option-谈话').click();
    await page.getByTestId('field-对象').click();
    await page.getByTestId('option-柳桥镇').click();
    await page.getByTestId('option-望江镇').click();
    await page.keyboard.press('Escape');
    await page.getByTestId('field-日期').click();
    await page.locator('.floating:popover-open [data-day="2026-06-25"]').click();
    await page.getByTestId('field-数字已核对').click();
    await page.getByTestId('field-说明').fill('第一行\n第二行');
  };

  it('blocks an empty required field with a hint beside it', async () => {
    const { page } = await open([everything]);
    await button(page, '提交').click();
    expect(await page.getByTestId('problem').filter({ hasText: '这一项必填' }).count()).toBe(2);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-name'))).toBe('docs');
    expect(world.platform.calls.some((call) => call.what === 'submit')).toBe(false);
    await shot(page, 'form-required-desktop');
    await page.getByTestId('field-发文').fill('3');
    expect(await page.getByTestId('problem').filter({ hasText: '这一项必填' }).count()).toBe(1);
  });

  it('sends what was entered in the platform’s formats', async () => {
    const { page, errors } = await open([everything]);
    await fill(page);
    await button(page, '提交').click();
    await expect.poll(() => world.platform.calls.at(-1)?.what).toBe('submit');
    expect(world.platform.calls.at(-1)).toMatchObject({
      button: '提交',
      values: {
        docs: '１２',
        note: '第一行\n第二行',
        kind: 'talk',
        who: ['a', 'b'],
        day: '2026-06-25 +0800',
        sure: true,
      },
    });
    expect(errors).toEqual([]);
  });

  it('keeps the entries when the answer is an error, and in other chats too', async () => {
    const { page } = await open([everything]);
    world.platform.answer = () => ({ toast: { type: 'error', content: '发文请填整数。' } });
    await fill(page);
    await button(page, '提交').click();
    await page.getByTestId('toast').filter({ hasText: '发文请填整数。' }).waitFor();
    await shot(page, 'form-error-desktop');
    expect(await page.getByTestId('field-发文').inputValue()).toBe('１２');
    await page.getByTestId('person-switch').click();
    await page.locator('[data-testid=person-item][data-open-id=ou_liaison]').last().click();
    await page.getByText('还没有消息').first().waitFor();
    await page.getByTestId('person-switch').click();
    await page.locator('[data-testid=person-item][data-open-id=ou_cadre]').last().click();
    await page.getByTestId('card').waitFor();
    expect(await page.getByTestId('field-发文').inputValue()).toBe('１２');
    expect(await page.getByTestId('field-类型').textContent()).toBe('谈话');
  });

  it('confirms a submit only after its fields are complete, and resets', async () => {
    const { page } = await open([examples.form]);
    await button(page, '提交').click();
    expect(await page.getByTestId('confirm-dialog').isVisible()).toBe(false);
    await page.getByTestId('field-拜访次数（整数）').fill('36');
    await page.getByTestId('field-成交金额（元）').fill('128000.5');
    await page.getByTestId('field-自评等级').click();
    await page.getByTestId('option-B').click();
    await button(page, '提交').click();
    await page.getByTestId('confirm-yes').click();
    await expect
      .poll(() => world.platform.calls.at(-1))
      .toMatchObject({
        what: 'submit',
        values: { visits: '36', amount: '128000.5', grade: 'B', products: [], next_review: '', remark: '' },
      });
    await button(page, '清空').click();
    expect(await page.getByTestId('field-拜访次数（整数）').inputValue()).toBe('');
  });

  it('works with the keyboard alone', async () => {
    const { page } = await open([everything]);
    await page.getByTestId('field-类型').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.getByTestId('field-类型').textContent()).toBe('谈话');
    await page.getByTestId('field-日期').press('Enter');
    await page.locator('.floating:popover-open [data-day="2026-06-22"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.getByTestId('field-日期').textContent()).toBe('2026-07-06');
  });
});

it('draws every component in the dark', async () => {
  const { page } = await open([everything], { width: 900, height: 2300 }, true);
  await page.waitForTimeout(200);
  await shot(page, 'card-everything-dark');
});
