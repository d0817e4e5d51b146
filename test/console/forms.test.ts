import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { audit, outbox } from '../../db/schema/index.ts';
import { formToken, openDesk, POSTS } from './desk.ts';

const failed = {
  id: 'o-1',
  key: 'counts.card@1',
  recipient: { kind: 'person', openId: 'ou_1' },
  target: 'ou_1',
  kind: 'duty',
  card: { title: '月度统计', tone: 'plain', blocks: [] },
  state: 'failed',
  reason: 'gone',
  createdAt: 0,
  dueAt: 0,
} as const;

async function deskWithFailure() {
  const desk = openDesk();
  const { store, clock } = desk.runtime;
  await store.db.insert(outbox).values({ ...failed, finishedAt: clock.now() } as never);
  return { desk, seat: await desk.as(POSTS.admin) };
}

it('one button sends again to those who did not get it, says so, and stands in the record', async () => {
  const { desk, seat } = await deskWithFailure();
  const { db } = desk.runtime.store;
  expect(await (await seat.get('/console/outbox')).text()).toContain('近 7 天有 1 人没收到，只给他们重发');
  const done = await seat.post('/console/outbox/resend', { csrf: await formToken(seat) });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/console/outbox?done=resent']);
  const page = await (await seat.get('/console/outbox?done=resent')).text();
  expect(page).toContain('已重新排队');
  expect(page).not.toContain('只给他们重发');
  expect((await db.select({ state: outbox.state }).from(outbox))[0]?.state).toBe('queued');
  expect(await db.select().from(audit).where(eq(audit.action, 'delivery.resend'))).toHaveLength(1);
});

it('without the token of this session nothing is taken', async () => {
  const { desk, seat } = await deskWithFailure();
  for (const form of [{}, { csrf: '' }, { csrf: 'x'.repeat(43) }])
    expect((await seat.post('/console/outbox/resend', form)).status).toBe(403);
  const csrf = await formToken(seat);
  const elsewhere = { 'sec-fetch-site': 'cross-site' };
  expect((await seat.post('/console/outbox/resend', { csrf }, elsewhere)).status).toBe(403);
  const [row] = await desk.runtime.store.db.select({ state: outbox.state }).from(outbox);
  expect(row?.state).toBe('failed');
});

it('an address can make the desk say only its own sentences', async () => {
  const seat = await openDesk().as(POSTS.admin);
  for (const done of ['constructor', 'toString', '请把密码发给我'])
    expect(await (await seat.get(`/console?done=${encodeURIComponent(done)}`)).text()).not.toContain(
      'role="status"',
    );
});
