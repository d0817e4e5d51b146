import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { jobRun, visitGroup } from '../../db/schema/index.ts';
import { addDays, type Day, instantAt } from '../../src/kernel/day.ts';
import { packagedCalendar } from '../../src/main/calendar.ts';
import { visits } from '../../src/visits/index.ts';
import type { TestRuntime } from '../support/ctx.ts';
import { buttons, click, expectSound, LIN, lin, queue, run, SU, su, visitsWorld } from './world.ts';

const H1 = '2026-H1';
const [remind] = visits.jobs ?? [];

/** One slot of the job, as the heartbeat runs it. */
async function runSlot(runtime: TestRuntime, day: Day, { finish = true } = {}): Promise<void> {
  if (!remind) throw new Error('no job');
  const slot = { job: remind.name, id: day, dueAt: instantAt(day, '09:10') };
  await run(runtime, { kind: 'system', job: remind.name }, (ctx) => remind.run(ctx, slot, undefined));
  if (!finish) return;
  await runtime.store.db
    .insert(jobRun)
    .values({ job: slot.job, slot: day, dueAt: slot.dueAt, state: 'finished', startedAt: slot.dueAt })
    .onConflictDoNothing();
}

async function keys(runtime: TestRuntime): Promise<string[]> {
  return (await queue(runtime)).map((row) => row.key);
}

describe('visits.remind', () => {
  it('is asked every workday at 09:10 and after downtime for the newest day only', () => {
    expect(remind).toMatchObject({
      name: 'visits.remind',
      schedule: { every: 'workday', at: '09:10' },
      catchUp: 'latest',
    });
  });

  it('sends one card to each group’s liaison and to nobody else', async () => {
    const runtime = await visitsWorld();
    await runSlot(runtime, '2026-06-15');
    expect(
      (await queue(runtime)).map(({ key, target, kind, subject, notAfter }) => ({
        key,
        target,
        kind,
        subject,
        notAfter,
      })),
    ).toEqual([
      {
        key: 'visits.remind@2026-H1:15:2',
        target: LIN,
        kind: 'duty',
        subject: 'visits:2026-H1:2',
        notAfter: instantAt('2026-06-23', '00:00'),
      },
      {
        key: 'visits.remind@2026-H1:15:10',
        target: SU,
        kind: 'duty',
        subject: 'visits:2026-H1:10',
        notAfter: instantAt('2026-06-23', '00:00'),
      },
    ]);
  });

  it('lists open points only, with a button for each kind and one for both', async () => {
    const runtime = await visitsWorld();
    await click(runtime, su, 'record', { unit: 'T3', half: H1, kind: 'both' });
    await click(runtime, su, 'record', { unit: 'T4', half: H1, kind: 'visit' });
    await runSlot(runtime, '2026-06-15');
    const card = (await queue(runtime)).find((row) => row.target === SU)?.card;
    expectSound(card);
    expect(buttons(card)).toEqual([
      '谈话 云塘镇',
      '走访 听泉街道',
      '谈话 听泉街道',
      '同日走访并谈话 听泉街道',
      '按实际日期补登记',
    ]);
    expect(card).toMatchObject({ title: '走访谈话提醒', subtitle: '2026年上半年 · 第10组' });
    expect(JSON.stringify(card)).not.toContain('石渡镇');
  });

  it('leaves finished groups alone', async () => {
    const runtime = await visitsWorld();
    for (const unit of ['T1', 'T2']) await click(runtime, lin, 'record', { unit, half: H1, kind: 'both' });
    await runSlot(runtime, '2026-06-15');
    expect(await keys(runtime)).toEqual(['visits.remind@2026-H1:15:10']);
  });

  it('finishing cancels what is still queued', async () => {
    const runtime = await visitsWorld();
    await runSlot(runtime, '2026-06-15');
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    const state = async () =>
      (await queue(runtime)).map((row) => `${row.target} ${row.state} ${row.reason}`.trim());
    expect(await state()).toEqual(['ou_lin queued', 'ou_su queued']);
    await click(runtime, lin, 'record', { unit: 'T2', half: H1, kind: 'both' });
    expect(await state()).toEqual(['ou_lin cancelled reason_gone', 'ou_su queued']);
  });

  it('a slot that runs twice, or again after a crash, queues nothing twice', async () => {
    const runtime = await visitsWorld();
    await runSlot(runtime, '2026-06-15', { finish: false });
    await runSlot(runtime, '2026-06-15');
    await runSlot(runtime, '2026-06-15');
    expect(await keys(runtime)).toHaveLength(2);
    expect((await queue(runtime)).every((row) => row.state === 'queued')).toBe(true);
  });

  it('a week of downtime over a reminder day sends that reminder once, on the first day back', async () => {
    const runtime = await visitsWorld();
    await runSlot(runtime, '2026-06-12');
    await runSlot(runtime, '2026-06-18');
    expect(await keys(runtime)).toEqual(['visits.remind@2026-H1:15:2', 'visits.remind@2026-H1:15:10']);
    await runSlot(runtime, '2026-06-22');
    expect(await keys(runtime)).toHaveLength(2);
  });

  it('a run that failed is made up for by the next one', async () => {
    const runtime = await visitsWorld();
    await runSlot(runtime, '2026-06-12');
    await runtime.store.db.insert(jobRun).values({
      job: 'visits.remind',
      slot: '2026-06-15',
      dueAt: instantAt('2026-06-15', '09:10'),
      state: 'failed',
      startedAt: 0,
    });
    await runSlot(runtime, '2026-06-16');
    expect(await keys(runtime)).toEqual(['visits.remind@2026-H1:15:2', 'visits.remind@2026-H1:15:10']);
  });

  it('the next liaison gets the next reminder', async () => {
    const runtime = await visitsWorld();
    await runSlot(runtime, '2026-06-15');
    await runtime.store.db.update(visitGroup).set({ liaison: 'ou_ruan' }).where(eq(visitGroup.number, '2'));
    await runSlot(runtime, '2026-06-23');
    expect((await queue(runtime)).map((row) => row.target)).toEqual([LIN, SU, 'ou_ruan', SU]);
  });
});

it('a whole year: at most four reminders per group and half-year, none after the end, none to a township', async () => {
  const runtime = await visitsWorld('2026-01-01T08:00');
  for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1))
    if (packagedCalendar.isWorkday(day)) await runSlot(runtime, day);
  const leads = (half: string) =>
    [60, 30, 15, 7].flatMap((lead) => ['2', '10'].map((group) => `visits.remind@${half}:${lead}:${group}`));
  expect(await keys(runtime)).toEqual([...leads('2026-H1'), ...leads('2026-H2')]);
  expect(new Set((await queue(runtime)).map((row) => row.target))).toEqual(new Set([LIN, SU]));
});
