import type { Card } from '../../src/chat/card.ts';
import { findCommand } from '../../src/chat/commands.ts';
import { counts } from '../../src/counts/index.ts';
import { findFigures } from '../../src/counts/repo.ts';
import { perform } from '../../src/delivery/perform.ts';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import type { Month } from '../../src/kernel/period.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { actorOf, importTables, smallCity, type Tables, 填报 } from './city.ts';

const INDICATORS = ['发文', '会议', '督查检查考核'];

/** The small city, with 农业农村局 registering item by item. */
export const itemCity: Tables = {
  ...smallCity,
  填报名单: [
    ...INDICATORS.map((name) => 填报('NY', name, '逐件')),
    ...INDICATORS.map((name) => 填报('JY', name)),
  ],
};

export async function itemRuntime(at: string, more: Tables = {}): Promise<TestRuntime> {
  const runtime = testRuntime(at);
  const { refused } = await importTables(runtime, { ...itemCity, ...more });
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return runtime;
}

/** Somebody says something in private; the card that answers. */
export async function say(runtime: TestRuntime, openId: string, text: string): Promise<Card> {
  const found = findCommand([counts], text);
  if (!found) throw new Error(`${text} is no command`);
  const actor = await actorOf(runtime, openId);
  const card = await perform(
    runtime.store,
    () => testCtx(runtime, actor),
    (ctx) =>
      found.command.run(ctx, {
        args: found.args,
        message: {
          kind: 'message',
          eventId: runtime.ids.next(),
          messageId: runtime.ids.next(),
          chat: { id: 'oc_1', kind: 'private' },
          openId,
          text,
          format: 'text',
          mentioned: false,
          sentAt: runtime.clock.now(),
        },
      }),
  );
  const problems = checkCard(cardJson(card));
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return card;
}

/** Figures in force of one unit and month, by indicator. */
export async function figuresOf(runtime: TestRuntime, month: Month, unit = 'NY') {
  const rows = await findFigures(runtime.store.db, month, month, [unit]);
  return Object.fromEntries(
    rows.map(({ indicator, amount, unplanned, direct, emergency }) => [
      indicator,
      { amount, unplanned, direct, emergency },
    ]),
  );
}
