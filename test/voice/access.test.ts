import { expect, it } from 'vitest';
import { voice, voiceReply } from '../../db/schema/index.ts';
import type { Grant, Role, Tier } from '../../src/kernel/actor.ts';
import { AppError } from '../../src/kernel/errors.ts';
import type { Ctx } from '../../src/store/context.ts';
import { listOpen } from '../../src/voice/verbs/list-open.ts';
import { openVoice } from '../../src/voice/verbs/open-voice.ts';
import { replyVoice } from '../../src/voice/verbs/reply-voice.ts';
import { person, testCtx } from '../support/ctx.ts';
import { openDesk } from './desk.ts';

const verbs = {
  list: async (ctx: Ctx) => (await listOpen(ctx)).result.length > 0,
  open: async (ctx: Ctx, number: string) => (await openVoice(ctx, { number })).result.voice.number === number,
  reply: async (ctx: Ctx, number: string) =>
    (await replyVoice(ctx, { number, revision: 0, text: '办好了。', done: true })).result.state === 'now',
};

const post = (role: Role, unit: string, tier: Tier, county: string): Grant => ({ role, unit, tier, county });

const own = '青禾县';

/** The complaint is of 青禾县林业局 (C3), and lies with the offices of that county. */
const PEOPLE: [who: string, may: boolean, ...grants: Grant[]][] = [
  ['the county’s coordinator', true, post('coordinator', 'C1', 'office', own)],
  ['another county’s coordinator', false, post('coordinator', 'D1', 'office', '松渡县')],
  ['the city’s coordinator', false, post('coordinator', 'S1', 'office', '')],
  [
    'a coordinator with a post at the unit complained of',
    false,
    post('coordinator', 'C1', 'office', own),
    post('cadre', 'C3', 'county-department', own),
  ],
  ['the administrator', false, post('admin', 'S2', 'city-department', '')],
  ['the liaison of the unit complained of', false, post('liaison', 'C3', 'county-department', own)],
  ['another liaison', false, post('liaison', 'C4', 'county-department', own)],
  ['a reviewer of the office', false, post('reviewer', 'C1', 'office', own)],
  ['an editor', false, post('editor', 'S2', 'city-department', '')],
  ['the teller’s own colleague', false, post('cadre', 'T1', 'township', own)],
  ['somebody without a post', false],
];

const matrix = PEOPLE.flatMap(([who, may, ...grants]) =>
  (Object.keys(verbs) as (keyof typeof verbs)[]).map((verb) => ({ who, may, verb, grants })),
);

it.each(matrix)('$who, $verb: $may', async ({ may, verb, grants }) => {
  const desk = await openDesk();
  const number = await desk.tell('ou_zhou', '投诉', { text: '一周要三张表', about: '青禾县林业局' });
  const before = await desk.talk.runtime.store.db.select().from(voice);
  const ctx = testCtx(desk.talk.runtime, person('ou_x', '某人', ...grants));
  const answer = await verbs[verb](ctx, number).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'forbidden') return false;
    throw error;
  });
  expect(answer).toBe(may);
  expect(await desk.talk.runtime.store.db.select().from(voice)).toEqual(before);
  expect(await desk.talk.runtime.store.db.select().from(voiceReply)).toEqual([]);
});
