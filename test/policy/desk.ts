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
import { policy } from '../../src/policy/index.ts';
import { publishWrites } from '../../src/policy/publish-writes.ts';
import type { Host } from '../../src/store/context.ts';
import type { Store } from '../../src/store/db.ts';
import { type FakePlatform, fakePlatform } from '../delivery/platform.ts';
import { startTalk, type Talk } from '../support/conversation.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import { samples } from './fixtures/questions.ts';

const UNITS: [code: string, name: string, tier: Tier, county: string][] = [
  ['S1', '市委组织部', 'city-department', ''],
  ['S2', '市纪委监委机关', 'city-department', ''],
  ['S3', '市委办公室', 'office', ''],
  ['C1', '青禾县委组织部', 'county-department', '青禾县'],
  ['T1', '青禾镇', 'township', '青禾县'],
];

const PEOPLE: [openId: string, name: string, unit: string, role: Role][] = [
  ['ou_zhou', '周明', 'T1', 'cadre'],
  ['ou_gu', '顾言', 'S1', 'editor'],
  ['ou_he', '何安', 'S1', 'editor'],
  ['ou_ji', '纪平', 'S2', 'editor'],
  ['ou_bai', '白宁', 'S3', 'editor'],
];

/** The answering office of a small city: sample questions, a cadre, four editors, and somebody on no roster. */
export interface Desk {
  talk: Talk;
  runtime: TestRuntime;
  platform: FakePlatform;
  /** Says something in private; the card that answers. */
  say(openId: string, text: string): Promise<Card>;
  /** Taps a button of a card, in a form with these fields typed over what it filled in. */
  tap(
    openId: string,
    card: Card,
    text: string,
    typed?: Record<string, string>,
    messageId?: string,
  ): Promise<ClickAnswer>;
  /** Queued for a person, in order; every card checked. */
  queued(openId: string): Promise<Queued[]>;
  /** Sends what is due. */
  deliver(): Promise<void>;
  runJob(name: string, id: string): Promise<void>;
}

export type Queued = typeof outbox.$inferSelect & { card: Card };

export async function openDesk(
  options: { at?: string; store?: Store; host?: Partial<Host>; people?: typeof PEOPLE } = {},
): Promise<Desk> {
  const { people = PEOPLE, ...rest } = options;
  const talk = await startTalk([policy], rest);
  const { runtime } = talk;
  const { db } = runtime.store;
  const platform = fakePlatform(runtime.clock);
  await runtime.store.atomically([
    ...(await publishWrites(testCtx(runtime), samples)),
    ...UNITS.map(([code, name, tier, county]) => db.insert(unit).values({ code, name, tier, county })),
    ...people.flatMap(([openId, name, code, role]) => [
      db.insert(person).values({ openId, name }).onConflictDoNothing(),
      db.insert(grant).values({ openId, unit: code, role }),
    ]),
  ]);

  async function queued(openId: string): Promise<Queued[]> {
    const rows = await db.select().from(outbox).orderBy(asc(outbox.createdAt), asc(outbox.id));
    return rows
      .filter(({ target }) => target === openId)
      .map((row) => {
        const card = row.card as Card;
        expectFit(card, row.kind === 'answer');
        return { ...row, card };
      });
  }

  let clicks = 0;
  return {
    talk,
    runtime,
    platform,
    queued,
    async say(openId, text) {
      const before = (await queued(openId)).length;
      await talk.say(openId, text);
      const [answer] = (await queued(openId)).slice(before);
      if (!answer) throw new Error(`no answer to ${text}`);
      return answer.card;
    },
    async tap(openId, card, text, typed = {}, messageId = `om_tapped_${clicks}`) {
      clicks++;
      const button = buttonOf(card, text);
      const answer = await handleClick(
        talk.conversation,
        {
          kind: 'click',
          eventId: `click${clicks}`,
          messageId,
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
    async deliver() {
      await drain(runtime, platform, { limit: 100 });
    },
    async runJob(name, id) {
      const job = policy.jobs?.find((one) => one.name === name);
      if (!job) throw new Error(`no job ${name}`);
      const slot = { job: name, id, dueAt: runtime.clock.now() };
      let cursor: string | undefined;
      do {
        const at = cursor;
        const step = await perform(
          runtime.store,
          () => testCtx(runtime, { kind: 'system', job: name }),
          (ctx) => job.run(ctx, slot, at),
        );
        cursor = step.next;
      } while (cursor !== undefined);
    },
  };
}

/** The platform takes the card, and no word of the bot's own presses or ranks anybody (BR-04, BR-09). */
function expectFit(card: Card, asked: boolean): void {
  expect(checkCard(cardJson(card)), cardText(card)).toEqual([]);
  expect(brokenRule(card, { asked, group: false, names: [] }), cardText(card)).toBeUndefined();
}

export function buttonsOf(card: Card): ActionButton[] {
  return card.blocks.flatMap((block) => {
    if (block.kind === 'form') return [block.submit];
    return block.kind === 'buttons' ? block.buttons.filter((button) => 'action' in button) : [];
  });
}

function buttonOf(card: Card, text: string): ActionButton {
  const button = buttonsOf(card).find((one) => one.text === text);
  if (!button) throw new Error(`no button ${text} on ${cardText(card)}`);
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

/** The card a tap left behind. */
export function cardOf(answer: ClickAnswer): Card {
  if (!answer.card) throw new Error(`the click left the card as it was: ${answer.toast?.text ?? ''}`);
  return answer.card;
}
