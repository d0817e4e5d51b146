import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { notice } from '../../db/schema/index.ts';
import type { ActionButton, Block, Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import type { ClickAnswer } from '../../src/chat/feature.ts';
import { brokenRule } from '../../src/delivery/manners.ts';
import { perform } from '../../src/delivery/perform.ts';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { type ImportResult, importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { writeWorkbook } from '../../src/system/workbook/write.ts';
import { warnings } from '../../src/warnings/index.ts';
import { actorOf } from '../counts/city.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';

/** The platform takes the card, and no word in it presses or ranks anybody (BR-04, BR-09, BR-41). */
export function expectFit(card: Card): void {
  expect(checkCard(cardJson(card)), cardText(card)).toEqual([]);
  expect(brokenRule(card, { asked: false, group: false, names: [] }), cardText(card)).toBeUndefined();
}

export function buttons(card: Card): ActionButton[] {
  const inBlock = (block: Block): ActionButton[] => {
    if (block.kind === 'form') return [block.submit];
    if (block.kind === 'buttons') return block.buttons.filter((button) => 'action' in button);
    return block.kind === 'panel' ? block.blocks.flatMap(inBlock) : [];
  };
  return card.blocks.flatMap(inBlock);
}

function filled(card: Card): Record<string, unknown> {
  const form = card.blocks.find((block) => block.kind === 'form');
  return Object.fromEntries(
    (form?.fields ?? []).flatMap((field) =>
      'value' in field && field.value !== undefined ? [[field.name, field.value]] : [],
    ),
  );
}

/** Somebody taps the n-th button that reads so; the given fields are typed over what the form holds. */
export async function tap(
  runtime: TestRuntime,
  openId: string,
  card: Card,
  text: string,
  typed: Record<string, string> = {},
  nth = 0,
): Promise<ClickAnswer> {
  const button = buttons(card).filter((one) => one.text === text)[nth];
  if (!button) throw new Error(`no button ${text} on ${cardText(card)}`);
  const [feature, verb = ''] = button.action.split('.');
  const action = feature === 'warnings' ? warnings.actions?.[verb] : undefined;
  if (!action) throw new Error(`no action ${button.action}`);
  const value = action.value.parse(button.value ?? {}) as Record<string, unknown>;
  const actor = await actorOf(runtime, openId);
  const answer = await perform(
    runtime.store,
    () => testCtx(runtime, actor),
    (ctx) =>
      action.run(ctx, {
        value,
        form: { ...filled(card), ...typed },
        source: {
          kind: 'click',
          eventId: runtime.ids.next(),
          messageId: 'om_clicked',
          chatId: 'oc_private',
          openId,
          action: button.action,
          version: 1,
          value,
        },
      }),
  );
  if (answer.card) expectFit(answer.card);
  return answer;
}

/** The card a tap left behind; fails when it left none. */
export function cardOf(answer: ClickAnswer): Card {
  if (!answer.card) throw new Error('the click left the card as it was');
  return answer.card;
}

/** What a command answers, as somebody with their posts. */
export async function say(runtime: TestRuntime, openId: string, text: string): Promise<Card> {
  const actor = await actorOf(runtime, openId);
  const command = (warnings.commands ?? []).find(
    ({ words, pattern }) => words.includes(text) || pattern?.test(text),
  );
  if (!command) throw new Error(`no command ${text}`);
  const args = (command.pattern?.exec(text) ?? []).slice(1).map((group) => group ?? '');
  const card = await perform(
    runtime.store,
    () => testCtx(runtime, actor),
    (ctx) =>
      command.run(ctx, {
        args,
        message: {
          kind: 'message',
          eventId: runtime.ids.next(),
          messageId: 'om_said',
          chat: { id: 'oc_private', kind: 'private' },
          openId,
          text,
          format: 'text',
          mentioned: false,
          sentAt: ctx.now,
        },
      }),
  );
  expectFit(card);
  return card;
}

/** A workbook with the sheet of the rules alone, through the real import. */
export async function importRules(
  runtime: TestRuntime,
  rows: { 版本: string; 生效月份: string; 参数: string; 值: string | number; 说明?: string }[],
): Promise<ImportResult> {
  const sheets = warnings.sheets ?? [];
  const file = await writeWorkbook(sheets, () => rows);
  return perform(
    runtime.store,
    () => testCtx(runtime, { kind: 'cli', name: 'import' }),
    (ctx) =>
      importWorkbook(ctx, { file, dryRun: false, sheets, unknownPeople: async () => new Set<string>() }),
  );
}

/** The log of a scope, month by month: `06 2 send first`. */
export async function log(runtime: TestRuntime, scope: string): Promise<string[]> {
  const rows = await runtime.store.db.select().from(notice).where(eq(notice.scope, scope));
  return rows
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
    .map(({ month, level, decision, reason }) => `${month.slice(5)} ${level} ${decision} ${reason}`);
}
