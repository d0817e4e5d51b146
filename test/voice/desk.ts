import { asc } from 'drizzle-orm';
import { expect } from 'vitest';
import { grant, outbox, person, unit } from '../../db/schema/index.ts';
import type { ActionButton, Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import type { ClickAnswer } from '../../src/chat/feature.ts';
import { handleClick } from '../../src/chat/index.ts';
import { drain } from '../../src/delivery/drain.ts';
import { brokenRule } from '../../src/delivery/manners.ts';
import { perform } from '../../src/delivery/perform.ts';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import type { Role, Tier } from '../../src/kernel/actor.ts';
import type { Logger } from '../../src/kernel/ports.ts';
import type { Host } from '../../src/store/context.ts';
import type { Store } from '../../src/store/db.ts';
import { system } from '../../src/system/index.ts';
import { voice } from '../../src/voice/index.ts';
import { type FakePlatform, fakePlatform } from '../delivery/platform.ts';
import { startTalk, type Talk } from '../support/conversation.ts';
import { testCtx } from '../support/ctx.ts';

const UNITS: [code: string, name: string, tier: Tier, county: string][] = [
  ['S1', '市委办公室', 'office', ''],
  ['S2', '市教育局', 'city-department', ''],
  ['C1', '青禾县委办公室', 'office', '青禾县'],
  ['C2', '青禾县政府办公室', 'office', '青禾县'],
  ['C3', '青禾县林业局', 'county-department', '青禾县'],
  ['T1', '柳溪镇', 'township', '青禾县'],
];

const PEOPLE: [openId: string, name: string, unit: string, role: Role][] = [
  ['ou_zhou', '周明', 'T1', 'cadre'],
  ['ou_city', '白宁', 'S1', 'coordinator'],
  ['ou_county', '何安', 'C1', 'coordinator'],
  ['ou_county2', '顾言', 'C2', 'coordinator'],
  ['ou_forest', '林森', 'C3', 'liaison'],
  // Helps out in the county's office, and belongs to the forestry bureau.
  ['ou_both', '双清', 'C2', 'coordinator'],
  ['ou_both', '双清', 'C3', 'liaison'],
  ['ou_admin', '纪平', 'S2', 'admin'],
];

export interface Desk {
  talk: Talk;
  platform: FakePlatform;
  log: string[];
  /** Says something in private; the card that answers. */
  say(openId: string, text: string): Promise<Card>;
  inGroup(openId: string, text: string): Promise<void>;
  /** Taps a button of a card, with these fields typed over what its form filled in. */
  tap(openId: string, card: Card, text: string, typed?: Record<string, string>): Promise<ClickAnswer>;
  /** Fills in and sends a form; the receipt number, or what was wrong. */
  tell(openId: string, command: string, typed: Record<string, string>): Promise<string>;
  deliver(): Promise<void>;
  /** What has arrived at a person or chat, in order. */
  got(target: string): string[];
  /** Queued for a person and still waiting. */
  waiting(openId: string): Promise<string[]>;
  runJob(name: string): Promise<void>;
}

export async function openDesk(
  at = '2026-06-22T09:00',
  host: Partial<Host> = {},
  store?: Store,
): Promise<Desk> {
  const talk = await startTalk([voice, system], { at, host, ...(store && { store }) });
  const { runtime } = talk;
  const { db } = runtime.store;
  const log: string[] = [];
  const write = (event: string, data: Record<string, unknown> = {}) =>
    void log.push(JSON.stringify([event, data]));
  const logger: Logger = { debug: write, info: write, warn: write, error: write };
  Object.assign(runtime, { log: logger });
  const platform = fakePlatform(runtime.clock);
  await runtime.store.atomically([
    ...UNITS.map(([code, name, tier, county]) => db.insert(unit).values({ code, name, tier, county })),
    ...PEOPLE.flatMap(([openId, name, code, role]) => [
      db.insert(person).values({ openId, name }).onConflictDoNothing(),
      db.insert(grant).values({ openId, unit: code, role }),
    ]),
  ]);

  async function rows() {
    return db.select().from(outbox).orderBy(asc(outbox.id));
  }

  let clicks = 0;
  const desk: Desk = {
    talk,
    platform,
    log,
    async say(openId, text) {
      await talk.say(openId, text);
      const row = (await rows()).findLast(({ target, kind }) => target === openId && kind === 'answer');
      if (!row?.card) throw new Error(`no answer to ${text}`);
      expectFit(row.card, true);
      return row.card;
    },
    async inGroup(openId, text) {
      await talk.say(openId, text, { chat: { id: 'oc_group', kind: 'group' }, mentioned: true });
    },
    async tap(openId, card, text, typed = {}) {
      clicks++;
      const button = buttonOf(card, text);
      const answer = await handleClick(
        talk.conversation,
        {
          kind: 'click',
          eventId: `click${clicks}`,
          messageId: `om_tapped_${clicks}`,
          chatId: 'oc_private',
          openId,
          action: button.action,
          version: 1,
          value: button.value ?? {},
          form: { ...filled(card), ...typed },
        },
        () => new Promise<void>(() => {}),
      );
      if (answer.card) expectFit(answer.card, true);
      return answer;
    },
    async tell(openId, command, typed) {
      const answer = await desk.tap(openId, await desk.say(openId, command), '提交', typed);
      return (
        /[TJF]-\w{4}-\w{4}/.exec(answer.card ? cardText(answer.card) : '')?.[0] ?? answer.toast?.text ?? ''
      );
    },
    async deliver() {
      await drain(runtime, platform, { limit: 100 });
    },
    got(target) {
      return platform.shown
        .filter(({ to }) => (to.kind === 'person' ? to.openId : 'chatId' in to ? to.chatId : '') === target)
        .map(({ text }) => text);
    },
    async waiting(openId) {
      const queued = (await rows()).filter(
        ({ target, state }) => target === openId && (state === 'queued' || state === 'held'),
      );
      return queued.map(({ card, kind }) => {
        if (card) expectFit(card, kind === 'answer');
        return card ? cardText(card) : '';
      });
    },
    async runJob(name) {
      const job = voice.jobs?.find((one) => one.name === name);
      if (!job) throw new Error(`no job ${name}`);
      const slot = { job: name, id: 'slot', dueAt: runtime.clock.now() };
      await perform(
        runtime.store,
        () => testCtx(runtime, { kind: 'system', job: name }),
        (ctx) => job.run(ctx, slot, undefined),
      );
    },
  };
  return desk;
}

/** The platform takes the card, and no word of the bot's own presses or ranks anybody (BR-04, BR-09). */
function expectFit(card: Card, asked: boolean): void {
  expect(checkCard(cardJson(card)), cardText(card)).toEqual([]);
  expect(brokenRule(card, { asked, group: false, names: [] }), cardText(card)).toBeUndefined();
}

function buttonOf(card: Card, text: string): ActionButton {
  const buttons = card.blocks.flatMap((block) =>
    block.kind === 'form' ? [block.submit] : block.kind === 'buttons' ? block.buttons : [],
  );
  const button = buttons.find((one) => one.text === text);
  if (!button || !('action' in button)) throw new Error(`no button ${text} on ${cardText(card)}`);
  return button;
}

function filled(card: Card): Record<string, string> {
  const form = card.blocks.find((block) => block.kind === 'form');
  return Object.fromEntries(
    (form?.fields ?? []).flatMap((field) =>
      'value' in field && field.value !== undefined ? [[field.name, field.value]] : [],
    ),
  );
}
