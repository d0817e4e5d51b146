import { expect, it } from 'vitest';
import { consoleLogin, consoleSession } from '../../db/schema/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { cleanUp } from '../../src/system/verbs/clean-up.ts';
import { testCtx } from '../support/ctx.ts';
import { openDesk, POSTS } from './desk.ts';

it('the nightly cleaning forgets sessions that have ended and logins of the day before, and no others', async () => {
  const desk = openDesk();
  const { runtime } = desk;
  const { db } = runtime.store;
  const seat = await desk.as(POSTS.editor, 'ou_now');
  const now = runtime.clock.now();
  // Nobody has signed in since: a login would have swept them away by itself.
  await runtime.store.atomically([
    db
      .insert(consoleSession)
      .values({ id: 'a', openId: 'ou_before', createdAt: 0, seenAt: 0, endsAt: now - 1 }),
    db.insert(consoleLogin).values({ id: 'b', client: 'c', startedAt: now - 86_400_001 }),
    db.insert(consoleLogin).values({ id: 'd', client: 'c', startedAt: now - 86_000_000 }),
  ]);
  let cursor: string | undefined;
  do {
    const { next } = await perform(
      runtime.store,
      () => testCtx(runtime),
      (ctx) => cleanUp(ctx, cursor),
    );
    cursor = next;
  } while (cursor !== undefined);
  expect((await db.select().from(consoleSession)).map(({ openId }) => openId)).toEqual(['ou_now']);
  expect((await db.select().from(consoleLogin)).length).toBe(2);
  expect((await seat.get('/console')).status).toBe(200);
});
