import { ne } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { inbox, outbox } from '../../db/schema/index.ts';
import { dayOf, timeOf } from '../../src/kernel/day.ts';
import { contentOf, nodesIn } from '../../src/simulator/platform/card-tree.ts';
import { ClientRefusal } from '../../src/simulator/platform/client/refusal.ts';
import { seededDice } from '../support/house.ts';
import { seats, visitor } from './town.ts';
import { GROUP, openStage, type Stage } from './vocabulary.ts';

const SAYINGS = [
  '帮助|关于|我的任务|进度|更正|更正 2026-05|更正 2026-13|静默|取消静默|走访登记|走访登记 上半年|考察进度|转人工|停用|恢复'.split(
    '|',
  ),
  '乡补最低多少钱|村集体挣了92万，村干部最多能奖多少|今天天气怎么样|@轻负|@轻负 帮助|   |😀\u202e'.split('|'),
  `'; drop table inbox; --|{"a":"counts.confirm"}|<at user_id="all"></at> **x** [a](http://b)`.split('|'),
  '1'.repeat(3000),
].flat();

const ENTRIES = [
  '',
  '0',
  '3',
  '１２',
  '一百二十',
  '3万2',
  '-1',
  '1.5',
  '十几',
  '999999999999',
  '<b>',
  '2026-06-30',
];

const STATES = ['active', 'active', 'frozen', 'stopped-bot'] as const;

interface Play {
  stage: Stage;
  dice: () => number;
  pick: <T>(from: readonly T[]) => T;
}

it.each([1, 2])(
  'whatever people do, in whatever weather, nothing breaks and nothing is left lying (%i)',
  {
    timeout: 20_000,
  },
  async (seed) => {
    const dice = seededDice(seed);
    const lives = Array.from({ length: 12 }, () => 15 + Math.floor(dice() * 30));
    const stage = await openStage({ at: '2026-06-22T09:00', weather: { rough: true, lives } });
    const pick = <T>(from: readonly T[]) => from[Math.floor(dice() * from.length)] as T;
    const people = [...Object.values(seats), visitor].map(({ openId }) => openId);
    for (let step = 0; step < 150; step++) {
      try {
        await doAnything({ stage, dice, pick }, pick(people));
      } catch (error) {
        if (!(error instanceof ClientRefusal)) throw error;
      }
      await stage.rest();
    }
    await timeGoesOn(stage, 48);
    expect(stage.deaths()).toBeGreaterThan(5);
    await nothingIsLeft(stage);
  },
);

async function doAnything(play: Play, who: string): Promise<void> {
  const { stage, dice, pick } = play;
  const { users } = stage.platform;
  const roll = Math.floor(dice() * 100);
  if (roll < 30) await users.say(who, pick(SAYINGS), roll < 5 ? { chatId: GROUP } : {});
  else if (roll < 75) await touchACard(play, who);
  else if (roll < 78) await users.open(who);
  else if (roll < 80) await users.menu(who, pick(SAYINGS));
  else if (roll < 82) await users.sendPicture(who);
  else if (roll < 83) await users.removeBotFromGroup(seats.cadre.openId, GROUP);
  else if (roll < 84) await users.addBotToGroup(seats.cadre.openId, GROUP);
  else if (roll < 86) await users.setState(who, pick(STATES));
  else await timeGoesOn(stage, dice() ** 3 * 48);
}

/** Mostly the newest card, sometimes an old one; fills forms with anything or presses any button. */
async function touchACard({ stage, dice, pick }: Play, who: string): Promise<void> {
  const { view, users } = stage.platform;
  const cards = view(who)
    .chats.flatMap(({ messages }) => messages)
    .flatMap(({ id, card }) => (card ? [{ id, nodes: nodesIn(card).map(({ node }) => node) }] : []));
  const card = dice() < 0.7 ? cards.at(-1) : pick(cards);
  if (!card) return;
  const withTag = (tag: string) => card.nodes.filter((node) => node.tag === tag);
  const inputs = withTag('input');
  if (inputs.length > 0 && dice() < 0.8) {
    const values = [
      ...inputs.filter(() => dice() < 0.5).map(({ name }) => [name, pick(ENTRIES)]),
      ...withTag('select_static').map(({ name, options }) => [
        name,
        pick(options as { value: string }[])?.value,
      ]),
    ];
    await users.submit(who, card.id, Object.fromEntries(values) as Record<string, unknown>);
    return;
  }
  const buttons = withTag('button').map(({ text }) => contentOf(text));
  if (buttons.length > 0) await users.click(who, card.id, pick(buttons));
}

async function timeGoesOn(stage: Stage, hours: number): Promise<void> {
  const to = stage.house.clock.now() + hours * 3_600_000;
  await stage.timeIs(`${dayOf(to)}T${timeOf(to)}`);
}

async function nothingIsLeft({ house, platform }: Stage): Promise<void> {
  const { db } = house.store;
  const claims = await db.select().from(inbox).where(ne(inbox.state, 'handled'));
  expect(claims.map(({ kind, state }) => `${kind} ${state}`)).toEqual([]);
  const ends = await db.select({ key: outbox.key, state: outbox.state, reason: outbox.reason }).from(outbox);
  const open = ends.filter(
    ({ state, reason }) => state === 'sending' || (state === 'failed' && reason !== 'recipient_gone'),
  );
  expect(open).toEqual([]);
  // What a client showed instead of an answer: only that nobody was there.
  const shown = platform.journal().flatMap(({ errorCode }) => errorCode ?? []);
  expect(shown.filter((code) => code !== 200671)).toEqual([]);
}
