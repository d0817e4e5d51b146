import { asc } from 'drizzle-orm';
import { expect } from 'vitest';
import { outbox } from '../../db/schema/index.ts';
import type { ActionButton, Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { boxName } from '../../src/chat/checklist.ts';
import type { ClickAnswer } from '../../src/chat/feature.ts';
import type { Job } from '../../src/chat/job.ts';
import { counts } from '../../src/counts/index.ts';
import { brokenRule } from '../../src/delivery/manners.ts';
import { perform } from '../../src/delivery/perform.ts';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { warnings } from '../../src/warnings/index.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import { actorOf } from './city.ts';

/** Runs a job's slot to its end, one committed step after another; returns how many steps it took. */
export async function runJob(runtime: TestRuntime, name: string, id: string): Promise<number> {
  const job = [...(counts.jobs ?? []), ...(warnings.jobs ?? [])].find((one) => one.name === name) as Job;
  const slot = { job: name, id, dueAt: runtime.clock.now() };
  let cursor: string | undefined;
  let steps = 0;
  do {
    const at = cursor;
    const { next } = await perform(
      runtime.store,
      () => testCtx(runtime, { kind: 'system', job: name }),
      (ctx) => job.run(ctx, slot, at),
    );
    cursor = next;
    steps++;
  } while (cursor !== undefined);
  return steps;
}

/** The platform takes the card, and no word in it presses or ranks anybody (BR-04, BR-09, BR-41). */
export function expectFit(card: Card): void {
  expect(checkCard(cardJson(card)), cardText(card)).toEqual([]);
  expect(brokenRule(card, { asked: false, group: false, names: [] }), cardText(card)).toBeUndefined();
}

/** Messages in order of queueing, each card checked. */
export async function queued(runtime: TestRuntime, prefix = '') {
  const rows = await runtime.store.db.select().from(outbox).orderBy(asc(outbox.id));
  return rows
    .filter((row) => row.key.startsWith(prefix))
    .map((row) => {
      const card = row.card as Card;
      expectFit(card);
      return { ...row, card };
    });
}

/** As if the platform had taken them: what is queued has arrived. */
export async function deliver(runtime: TestRuntime): Promise<void> {
  const rows = (await queued(runtime)).filter((row) => row.state === 'queued');
  await runtime.store.atomically(
    rows.map((row) =>
      runtime.store.db
        .insert(outbox)
        .values({ ...row, state: 'sent', messageId: `om_${row.id}` })
        .onConflictDoUpdate({ target: outbox.id, set: { state: 'sent', messageId: `om_${row.id}` } }),
    ),
  );
}

export function buttons(card: Card): ActionButton[] {
  return card.blocks.flatMap((block) => {
    if (block.kind === 'form') return [block.submit];
    if (block.kind === 'buttons') return block.buttons.filter((button) => 'action' in button);
    return [];
  });
}

/** The form's fields as the card fills them in. */
export function filled(card: Card): Record<string, string> {
  const form = card.blocks.find((block) => block.kind === 'form');
  return Object.fromEntries(
    (form?.fields ?? []).flatMap((field) => {
      if (field.kind === 'checklist')
        return (field.values ?? []).map((value) => [boxName(field.name, value), 'true']);
      return 'value' in field && field.value !== undefined ? [[field.name, field.value]] : [];
    }),
  );
}

/** A person taps a button of a card; in a form the given fields are typed over what the card filled in. */
export async function tap(
  runtime: TestRuntime,
  openId: string,
  card: Card,
  text: string,
  typed: Record<string, string> = {},
  messageId = 'om_clicked',
): Promise<ClickAnswer> {
  const button = buttons(card).find((one) => one.text === text);
  if (!button) throw new Error(`no button ${text} on ${cardText(card)}`);
  const action = counts.actions?.[button.action.split('.')[1] ?? ''];
  const value = action?.value.parse(button.value) as Record<string, unknown>;
  const actor = await actorOf(runtime, openId);
  const form = { ...filled(card), ...typed };
  const answer = await perform(
    runtime.store,
    () => testCtx(runtime, actor),
    (ctx) => {
      if (!action) throw new Error(`no action ${button.action}`);
      return action.run(ctx, {
        value,
        form,
        source: {
          kind: 'click',
          eventId: runtime.ids.next(),
          messageId,
          chatId: 'oc_private',
          openId,
          action: button.action,
          version: 1,
          value,
        },
      });
    },
  );
  if (answer.card) expectFit(answer.card);
  return answer;
}

/** The card a tap left behind; fails when it left none. */
export function cardOf(answer: ClickAnswer): Card {
  if (!answer.card) throw new Error('the click left the card as it was');
  return answer.card;
}
