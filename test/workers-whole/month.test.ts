import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MessageView } from '../../src/simulator/platform/types.ts';
import { d1Store } from '../../src/store/d1.ts';
import { people, populate, settle } from './county.ts';
import { configWith, type Stage, setStage, settings } from './stage.ts';

const { liaison, group } = people;

let now = Date.parse('2026-06-22T00:40:00Z');
let stage: Stage;

/** Both sides live in the same minute. */
async function moveTo(utc: string): Promise<void> {
  now = Date.parse(utc);
  await stage.harness.fetch('/clock', { method: 'PUT', body: String(now) });
}

async function tickAt(utc: string): Promise<void> {
  await moveTo(utc);
  expect(await stage.scheduled(now)).toBe('ok');
}

beforeAll(async () => {
  stage = await setStage({ now: () => now }, (feishu) => [
    { config: configWith('qingfu-clock', 'test/workers-whole/clock-worker.ts', settings(feishu)) },
  ]);
  populate(stage.platform);
  await stage.harness.getWorker().applyD1Migrations('DB');
  await settle(d1Store(await stage.database()), now);
  await tickAt('2026-06-22T00:40:00Z');
}, 60_000);

afterAll(() => stage.close());

const cardsOf = (openId: string) =>
  stage.platform
    .view(openId)
    .chats.flatMap((chat) => chat.messages)
    .filter((message) => message.from.bot);
const shown = (message: MessageView | undefined) => JSON.stringify(message?.card);

it('a visit reminder comes at 09:10 of the seventh day before the half-year ends, and one tap records', async () => {
  await tickAt('2026-06-23T01:09:00Z');
  expect(cardsOf(group.openId)).toEqual([]);
  await tickAt('2026-06-23T01:15:00Z');
  const [reminder] = cardsOf(group.openId);
  expect(shown(reminder)).toMatch(/云栈镇[\s\S]*砚溪镇/);
  const answer = await stage.platform.users.click(group.openId, reminder?.id ?? '', '同日走访并谈话 云栈镇');
  expect(answer).toMatchObject({ toast: { type: 'success' } });
  expect(shown(cardsOf(group.openId)[0])).not.toBe(shown(reminder));
});

it('crons are UTC, business time is not: 08:50 in Shanghai opens nothing, 09:15 opens the round', async () => {
  await tickAt('2026-06-30T00:50:00Z');
  expect(cardsOf(liaison.openId)).toEqual([]);
  await moveTo('2026-06-30T01:15:00Z');
  // The trigger may fire while the previous run is still at work.
  expect(await Promise.all([stage.scheduled(now), stage.scheduled(now)])).toEqual(['ok', 'ok']);
  await tickAt('2026-06-30T01:16:00Z');
  expect(cardsOf(liaison.openId)).toHaveLength(1);
  expect(shown(cardsOf(liaison.openId)[0])).toMatch(/6月发文会议统计[\s\S]*7 件[\s\S]*确认无误/);
});

it('one tap confirms; tapping twice, at once or later, changes nothing more', async () => {
  await moveTo('2026-06-30T01:20:00Z');
  const [card] = cardsOf(liaison.openId);
  const id = card?.id ?? '';
  const tap = () => stage.platform.users.click(liaison.openId, id, '确认无误');
  const stale = { value: buttonValue(card?.card, '确认无误') };
  const both = await Promise.all([tap(), tap()]);
  expect(both.map(({ toast }) => toast?.type)).toEqual(['success', 'success']);
  expect(shown(cardsOf(liaison.openId)[0])).toMatch(/已确认[\s\S]*钱晓禾/);
  const confirmed = shown(cardsOf(liaison.openId)[0]);
  const later = await stage.platform.users.click(liaison.openId, id, stale);
  expect(later.errorCode).toBeUndefined();
  expect(later.toast?.type).not.toBe('error');
  expect(shown(cardsOf(liaison.openId)[0])).toBe(confirmed);
  await tickAt('2026-06-30T01:21:00Z');
  expect(cardsOf(liaison.openId)).toHaveLength(1);
});

/** What the platform reports when this button is pressed. */
function buttonValue(card: unknown, label: string): unknown {
  if (typeof card !== 'object' || card === null) return undefined;
  const { tag, text, behaviors } = card as {
    tag?: string;
    text?: { content?: string };
    behaviors?: { value: unknown }[];
  };
  if (tag === 'button' && text?.content === label) return behaviors?.[0]?.value;
  return Object.values(card).reduce<unknown>((found, part) => found ?? buttonValue(part, label), undefined);
}
