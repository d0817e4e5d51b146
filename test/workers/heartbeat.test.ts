import { asc } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { jobRun, outbox, setting } from '../../db/schema/index.ts';
import type { Job } from '../../src/chat/job.ts';
import { outcome } from '../../src/chat/outcome.ts';
import { findMessageIds } from '../../src/delivery/find-message.ts';
import { nextDue } from '../../src/delivery/next-due.ts';
import { listJobs } from '../../src/jobs/list-jobs.ts';
import { tick } from '../../src/jobs/tick.ts';
import { system } from '../../src/system/index.ts';
import { readHealth } from '../../src/system/verbs/read-health.ts';
import { house, message, queue } from '../delivery/house.ts';
import { errors } from '../delivery/platform.ts';
import { testCtx } from '../support/ctx.ts';
import { testStore } from './d1.ts';

const job: Job = {
  name: 'a.mail',
  schedule: { every: 'workday', at: '09:00' },
  catchUp: 'latest',
  run: (ctx, slot, cursor) => {
    const unit = Number(cursor ?? '1');
    const key = `a.mail@${slot.id}:ou_${unit}`;
    return Promise.resolve(
      outcome(
        { next: unit < 60 ? String(unit + 1) : undefined },
        {
          writes: [ctx.db.insert(setting).values({ key: `mark.${key}`, value: 'done' })],
          messages: [message(key, { openId: `ou_${unit}` })],
        },
      ),
    );
  },
};

it('a heartbeat holds on D1: two at once, one message each, every end with its reason', async () => {
  const home = await house('2026-06-22T08:55', { store: await testStore() });
  const { db } = home.runtime.store;
  const features = [{ name: 'a', title: '', jobs: [job] }, system];
  const beat = () => tick(home.runtime, { features, messenger: home.platform });
  await beat();
  home.platform.script([errors.gone], 'ou_7');
  home.platform.script([errors.recipientBusy], 'ou_8');
  await queue(home.runtime, [
    message('rude', { text: '收到请回复', openId: 'ou_9' }),
    message('tomorrow', { openId: 'ou_9', notBefore: home.time.clock.now() + 86_400_000 }),
  ]);
  home.time.set('2026-06-22T09:01');
  await Promise.all([beat(), beat()]);
  home.time.advance(60_000);
  await beat();
  const shown = home.platform.shown.map(({ text }) => text).filter((text) => text.startsWith('a.mail'));
  expect(new Set(shown).size).toBe(59);
  expect(shown).toHaveLength(59);
  const rows = await db.select().from(outbox).orderBy(asc(outbox.id));
  expect(
    rows.filter(({ state }) => state !== 'sent').map(({ key, state, reason }) => `${key} ${state} ${reason}`),
  ).toEqual(['rude failed manners', 'tomorrow queued ', 'a.mail@2026-06-22:ou_7 failed recipient_gone']);
  expect(
    (await db.select().from(jobRun)).map(
      ({ job: name, slot, state, step }) => `${name}@${slot} ${state} ${step}`,
    ),
  ).toContain('a.mail@2026-06-22 finished 60');
  expect((await findMessageIds(db, ['a.mail@2026-06-22:ou_1'])).size).toBe(1);
  expect(await nextDue(db)).toBe(Date.parse('2026-06-23T08:55:00+08:00'));
  expect(
    (await listJobs(home.runtime, features)).map(({ name, lastState }) => `${name} ${lastState}`),
  ).toContain('a.mail finished');
  expect((await readHealth(testCtx(home.runtime))).failed).toHaveLength(2);
});
