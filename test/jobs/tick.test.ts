import { asc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { jobRun, outbox, setting } from '../../db/schema/index.ts';
import type { Feature } from '../../src/chat/feature.ts';
import type { Job, Schedule } from '../../src/chat/job.ts';
import { outcome } from '../../src/chat/outcome.ts';
import { listJobs } from '../../src/jobs/list-jobs.ts';
import { runDue, runJob } from '../../src/jobs/run-due.ts';
import { tick } from '../../src/jobs/tick.ts';
import { AppError, CalendarGap } from '../../src/kernel/errors.ts';
import type { Runtime } from '../../src/store/runtime.ts';
import { type House, house, message } from '../delivery/house.ts';
import { testClock } from '../support/ctx.ts';
import { mortal } from '../support/mortal.ts';

const MINUTE = 60_000;
const at = (shanghai: string) => testClock(shanghai).now();

/** A job with as many units as people; each unit leaves a mark in the database and sends one message. */
function mailing(name: string, schedule: Schedule, rest: Partial<Job> & { people?: number } = {}): Job {
  const { people = 3, ...parts } = rest;
  return {
    name,
    schedule,
    catchUp: 'latest',
    run: (ctx, slot, cursor) => {
      const unit = Number(cursor ?? '1');
      const key = `${name}@${slot.id}:ou_${unit}`;
      return Promise.resolve(
        outcome(
          { next: unit < people ? String(unit + 1) : undefined },
          {
            // Plain insert: a unit that is committed twice is an error, not a no-op.
            writes: [ctx.db.insert(setting).values({ key: `mark.${key}`, value: 'done' })],
            messages: [message(key, { openId: `ou_${unit}` })],
          },
        ),
      );
    },
    ...parts,
  };
}

const daily: Schedule = { every: 'workday', at: '09:00' };
const feature = (...jobs: Job[]): Feature[] => [{ name: 'test', title: '', jobs }];

async function beatAt(home: House, shanghai: string, features: Feature[]) {
  home.time.set(shanghai);
  return tick(home.runtime, { features, messenger: home.platform });
}

const slotsOf = ({ ran }: { ran: { slot: string; state: string }[] }) =>
  ran.map(({ slot, state }) => `${slot} ${state}`);
const shown = (home: House) => home.platform.shown.map(({ text }) => text).sort();

async function marks(home: House): Promise<string[]> {
  const rows = await home.runtime.store.db.select().from(setting).orderBy(asc(setting.key));
  return rows.filter(({ key }) => key.startsWith('mark.')).map(({ key }) => key.slice(5));
}

async function runs(home: House): Promise<string[]> {
  const rows = await home.runtime.store.db.select().from(jobRun).orderBy(asc(jobRun.dueAt), asc(jobRun.job));
  return rows.map(({ job, slot, state, reason }) => `${job}@${slot} ${state}${reason ? ` ${reason}` : ''}`);
}

describe('a heartbeat', () => {
  it('runs each slot once, unit by unit, and delivers', async () => {
    const home = await house('2026-06-22T08:50');
    const features = feature(mailing('a.mail', daily));
    expect(await beatAt(home, '2026-06-22T08:50', features)).toEqual({
      at: at('2026-06-22T08:50'),
      ran: [],
      sent: 0,
      held: 0,
      failed: 0,
    });
    const result = await beatAt(home, '2026-06-22T09:01', features);
    expect(slotsOf(result)).toEqual(['a.mail@2026-06-22 finished']);
    expect(result.sent).toBe(3);
    expect(slotsOf(await beatAt(home, '2026-06-22T09:02', features))).toEqual([]);
    expect(slotsOf(await beatAt(home, '2026-06-23T09:00', features))).toEqual(['a.mail@2026-06-23 finished']);
    expect(await marks(home)).toHaveLength(6);
  });

  it('on the very first start runs what fell due earlier that day, and nothing older', async () => {
    const home = await house('2026-06-22T10:00');
    const features = feature(
      mailing('a.mail', daily, { catchUp: 'each' }),
      mailing('a.month', { every: 'last-workday', at: '09:00' }, { catchUp: 'each' }),
    );
    expect(slotsOf(await beatAt(home, '2026-06-22T10:00', features))).toEqual(['a.mail@2026-06-22 finished']);
  });

  it('a job that comes with a new version starts with that day', async () => {
    const home = await house('2026-06-22T10:00');
    const first = mailing('a.mail', daily, { catchUp: 'each' });
    await beatAt(home, '2026-06-22T10:00', feature(first));
    const second = mailing('b.mail', daily, { catchUp: 'each' });
    expect(slotsOf(await beatAt(home, '2026-06-25T10:00', feature(first, second)))).toEqual([
      'a.mail@2026-06-23 finished',
      'a.mail@2026-06-24 finished',
      'a.mail@2026-06-25 finished',
      'b.mail@2026-06-25 finished',
    ]);
  });

  it.each([
    ['2026-06-23T10:00', 2, 'an hour is no downtime'],
    ['2026-06-23T10:01', 1, 'what a downtime has made late comes as one summary'],
  ])('two jobs of 09:00 at %s: %i (%s)', async (now, count) => {
    const home = await house('2026-06-22T08:50');
    const features = feature(
      mailing('a.mail', daily, { people: 1 }),
      mailing('b.mail', daily, { people: 1 }),
    );
    await beatAt(home, '2026-06-22T08:50', features);
    await beatAt(home, now, features);
    await beatAt(home, now, features);
    expect(shown(home)).toHaveLength(count);
  });

  it('goes by the time the slots were due, then by the order of the features', async () => {
    const home = await house('2026-06-29T10:00');
    const features = feature(
      mailing('late', { every: 'workday', at: '10:00' }, { catchUp: 'each' }),
      mailing('early', { every: 'workday', at: '09:00' }, { catchUp: 'each' }),
      mailing('early-too', { every: 'workday', at: '09:00' }, { catchUp: 'each' }),
    );
    await beatAt(home, '2026-06-28T20:00', features);
    expect(
      slotsOf(await beatAt(home, '2026-06-30T11:00', features)).map((slot) => slot.split(' ')[0]),
    ).toEqual([
      'early@2026-06-29',
      'early-too@2026-06-29',
      'late@2026-06-29',
      'early@2026-06-30',
      'early-too@2026-06-30',
      'late@2026-06-30',
    ]);
  });

  it('takes up claims left behind, and a failure there does not keep messages from being sent', async () => {
    const home = await house('2026-06-22T09:01');
    const asked: number[] = [];
    const result = await tick(home.runtime, {
      features: feature(mailing('a.mail', daily)),
      messenger: home.platform,
      handleStuck: (limit) => {
        asked.push(limit);
        return Promise.reject(new Error('still broken'));
      },
    });
    expect(asked).toEqual([50]);
    expect(result.sent).toBe(3);
  });

  it('without a holiday notice runs nothing and guesses nothing; once it is there, the slot is found', async () => {
    const home = await house('2026-12-30T10:00');
    const covered = {
      ...home.runtime.calendar(),
      isWorkday: () => true,
      nthWorkday: (month: string, n: number) => `${month}-0${n}`,
    };
    const features = feature(
      mailing('a.close', { every: 'nth-workday-after', n: 3, at: '18:00' }, { catchUp: 'each' }),
    );
    await beatAt(home, '2026-12-30T10:00', features);
    expect(slotsOf(await beatAt(home, '2027-01-10T10:00', features))).toEqual([]);
    home.runtime.calendar = () => covered;
    expect(slotsOf(await beatAt(home, '2027-01-11T10:00', features))).toEqual(['a.close@2026-12 finished']);
  });
});

describe('after downtime', () => {
  it('a week: each policy as agreed, and no flood', async () => {
    const home = await house('2026-06-22T10:00');
    const useless = (slot: { dueAt: number }) => slot.dueAt + 8 * 3_600_000;
    const reminder: Job = {
      ...mailing('visits.remind', daily),
      run: (_ctx, slot) =>
        Promise.resolve(
          outcome(
            { next: undefined },
            { messages: [message(`visits.remind@${slot.id}`, { notAfter: useless(slot) })] },
          ),
        ),
    };
    const features = feature(
      reminder,
      mailing('counts.close', daily, { catchUp: 'each', people: 1 }),
      mailing('policy.digest', daily, { catchUp: 'skip', people: 1 }),
    );
    await beatAt(home, '2026-06-22T10:00', features);
    home.platform.shown.length = 0;
    const result = await beatAt(home, '2026-06-27T11:00', features);
    expect(slotsOf(result)).toEqual([
      'visits.remind@2026-06-23 skipped',
      'visits.remind@2026-06-24 skipped',
      'visits.remind@2026-06-25 skipped',
      'policy.digest@2026-06-23 skipped',
      'policy.digest@2026-06-24 skipped',
      'policy.digest@2026-06-25 skipped',
      'policy.digest@2026-06-26 skipped',
      'counts.close@2026-06-23 finished',
      'counts.close@2026-06-24 finished',
      'counts.close@2026-06-25 finished',
      'visits.remind@2026-06-26 finished',
      'counts.close@2026-06-26 finished',
    ]);
    // Saturday: nothing unasked today; the reminder of Friday has lost its use.
    expect(shown(home)).toEqual([]);
    await beatAt(home, '2026-06-29T08:50', features);
    expect(shown(home).filter((text) => text.startsWith('visits'))).toEqual([]);
    expect((await runs(home)).filter((run) => run.includes('skipped'))).toContain(
      'policy.digest@2026-06-26 skipped too_old',
    );
  });

  it('three days: of the reminders missed only the newest comes, once (burden rules, acceptance 7)', async () => {
    const home = await house('2026-06-22T10:00');
    const features = feature(mailing('visits.remind', daily, { people: 2 }));
    await beatAt(home, '2026-06-22T10:00', features);
    home.platform.shown.length = 0;
    await beatAt(home, '2026-06-25T10:00', features);
    await beatAt(home, '2026-06-25T10:01', features);
    expect(shown(home)).toEqual(['visits.remind@2026-06-25:ou_1', 'visits.remind@2026-06-25:ou_2']);
  });

  it('a run begun before the downtime gives way to a newer slot, unless each one counts', async () => {
    const home = await house('2026-06-22T08:00');
    const features = feature(mailing('latest', daily), mailing('each', daily, { catchUp: 'each' }));
    await beatAt(home, '2026-06-22T08:00', features);
    const life = mortal(8);
    const doomed: Runtime = { ...home.runtime, store: life.store(home.runtime.store) };
    home.time.set('2026-06-22T09:00');
    await life.survives(() => tick(doomed, { features, messenger: home.platform }));
    expect(await runs(home)).toContain('latest@2026-06-22 running');
    expect(slotsOf(await beatAt(home, '2026-06-23T09:30', features))).toEqual([
      'latest@2026-06-22 skipped',
      'each@2026-06-22 finished',
      'latest@2026-06-23 finished',
      'each@2026-06-23 finished',
    ]);
  });
});

describe('a process that dies between any two steps', () => {
  it('every unit once, every message once', async () => {
    let survived = false;
    for (let step = 1; !survived; step++) {
      const home = await house('2026-06-22T08:00');
      const features = feature(
        mailing('a.mail', daily),
        mailing('b.mail', { every: 'day', at: '09:00' }, { catchUp: 'each' }),
      );
      await beatAt(home, '2026-06-22T08:00', features);
      home.time.set('2026-06-22T09:01');
      const life = mortal(step);
      const doomed: Runtime = { ...home.runtime, store: life.store(home.runtime.store) };
      survived = await life.survives(() =>
        tick(doomed, { features, messenger: life.messenger(home.platform) }),
      );
      for (let beats = 0; beats < 8; beats++) {
        home.time.advance(MINUTE);
        await tick(home.runtime, { features, messenger: home.platform });
      }
      const expected = ['a', 'b'].flatMap((name) => [1, 2, 3].map((n) => `${name}.mail@2026-06-22:ou_${n}`));
      expect(await marks(home), `died at step ${step}`).toEqual(expected);
      expect(shown(home), `died at step ${step}`).toEqual(expected);
      expect(await runs(home), `died at step ${step}`).toEqual([
        'a.mail@2026-06-22 finished',
        'b.mail@2026-06-22 finished',
      ]);
    }
  });
});

describe('two heartbeats at once', () => {
  it('do the work of one', async () => {
    const home = await house('2026-06-22T08:00');
    const features = feature(mailing('a.mail', daily), mailing('b.mail', daily, { catchUp: 'each' }));
    await beatAt(home, '2026-06-22T08:00', features);
    home.time.set('2026-06-22T09:01');
    home.platform.latency = () => home.time.wait(30);
    const both = await Promise.all(
      [1, 2].map(() => tick(home.runtime, { features, messenger: home.platform })),
    );
    expect(both.flatMap(slotsOf).sort()).toEqual([
      'a.mail@2026-06-22 finished',
      'b.mail@2026-06-22 finished',
    ]);
    expect(both.reduce((sum, result) => sum + result.sent, 0)).toBe(6);
    expect(home.platform.requests).toHaveLength(6);
  });

  it('a slow runner whose slot was taken over commits nothing more', async () => {
    const home = await house('2026-06-22T08:00');
    let slow: Promise<void> | undefined;
    let release = () => {};
    const plain = mailing('a.mail', daily);
    const job: Job = {
      ...plain,
      run: async (ctx, slot, cursor) => {
        if (cursor === '2' && !slow) {
          slow = new Promise((resolve) => {
            release = resolve;
          });
          await slow;
        }
        return plain.run(ctx, slot, cursor);
      },
    };
    const features = feature(job);
    await beatAt(home, '2026-06-22T08:00', features);
    home.time.set('2026-06-22T09:00');
    const first = tick(home.runtime, { features, messenger: home.platform });
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
    home.time.advance(6 * MINUTE);
    const second = await tick(home.runtime, { features, messenger: home.platform });
    release();
    expect(slotsOf(second)).toEqual(['a.mail@2026-06-22 finished']);
    expect(slotsOf(await first)).toEqual([]);
    expect(await marks(home)).toHaveLength(3);
    expect(home.platform.requests).toHaveLength(3);
  });
});

describe('a job that fails', () => {
  it('is tried again with growing waits, then given up; other jobs and later slots go on', async () => {
    const home = await house('2026-06-22T08:00');
    const broken = mailing('a.broken', daily, {
      catchUp: 'each',
      run: () => Promise.reject(new AppError('unavailable', 'x')),
    });
    const features = feature(broken, mailing('b.mail', daily));
    await beatAt(home, '2026-06-22T08:00', features);
    const first = await beatAt(home, '2026-06-22T09:00', features);
    expect(slotsOf(first)).toEqual(['a.broken@2026-06-22 retrying', 'b.mail@2026-06-22 finished']);
    const tries: string[] = [];
    for (let minute = 1; minute < 100; minute++) {
      home.time.advance(MINUTE);
      const result = await tick(home.runtime, { features, messenger: home.platform });
      tries.push(...slotsOf(result).map((slot) => `${minute} ${slot}`));
    }
    expect(tries).toEqual([
      '1 a.broken@2026-06-22 retrying',
      '6 a.broken@2026-06-22 retrying',
      '21 a.broken@2026-06-22 retrying',
      '81 a.broken@2026-06-22 failed',
    ]);
    expect(await runs(home)).toContain('a.broken@2026-06-22 failed unavailable');
    expect(slotsOf(await beatAt(home, '2026-06-23T09:00', features))).toContain(
      'a.broken@2026-06-23 retrying',
    );
  });

  it('goes on at the unit where it failed', async () => {
    const home = await house('2026-06-22T08:00');
    let broken = true;
    const plain = mailing('a.mail', daily);
    const job: Job = {
      ...plain,
      run: (ctx, slot, cursor) =>
        cursor === '2' && broken ? Promise.reject(new Error('ou_secret')) : plain.run(ctx, slot, cursor),
    };
    const features = feature(job);
    await beatAt(home, '2026-06-22T08:00', features);
    await beatAt(home, '2026-06-22T09:00', features);
    expect(await marks(home)).toHaveLength(1);
    expect(await runs(home)).toEqual(['a.mail@2026-06-22 running Error']);
    broken = false;
    expect(slotsOf(await beatAt(home, '2026-06-22T09:02', features))).toEqual(['a.mail@2026-06-22 finished']);
    expect(await marks(home)).toHaveLength(3);
  });

  it('waits for a missing holiday notice without using up its attempts', async () => {
    const home = await house('2026-06-22T08:00');
    const features = feature(mailing('a.mail', daily, { run: () => Promise.reject(new CalendarGap(2027)) }));
    await beatAt(home, '2026-06-22T08:00', features);
    await beatAt(home, '2026-06-22T09:00', features);
    for (let hour = 0; hour < 12; hour++) {
      home.time.advance(61 * MINUTE);
      await tick(home.runtime, { features, messenger: home.platform });
    }
    expect(await runs(home)).toEqual(['a.mail@2026-06-22 running calendar_gap_2027']);
  });

  it('does not turn in circles', async () => {
    const home = await house('2026-06-22T09:00');
    const features = feature(
      mailing('a.mail', daily, { run: () => Promise.resolve(outcome({ next: 'same' })) }),
    );
    expect(slotsOf(await beatAt(home, '2026-06-22T09:00', features))).toEqual(['a.mail@2026-06-22 retrying']);
  });

  it('pauses when its time is up and goes on at the next heartbeat', async () => {
    const home = await house('2026-06-22T09:00');
    const plain = mailing('a.mail', daily, { people: 5 });
    const job: Job = {
      ...plain,
      run: (ctx, slot, cursor) => {
        home.time.advance(20_000);
        return plain.run(ctx, slot, cursor);
      },
    };
    const features = feature(job);
    const options = { features, messenger: home.platform, jobsMs: 40_000 };
    expect(slotsOf(await tick(home.runtime, options))).toEqual(['a.mail@2026-06-22 paused']);
    expect(await marks(home)).toHaveLength(2);
    await tick(home.runtime, options);
    expect(slotsOf(await tick(home.runtime, options))).toEqual(['a.mail@2026-06-22 finished']);
    expect(await marks(home)).toHaveLength(5);
  });
});

describe('from the command line', () => {
  const jobs = feature(
    mailing('counts.open', { every: 'last-workday', at: '09:00' }, { catchUp: 'each' }),
    mailing('visits.remind', daily),
  );

  it('`run due` is one heartbeat as of a moment; moments only move forward', async () => {
    const home = await house('2026-06-01T10:00');
    const options = { features: jobs, messenger: home.platform };
    const result = await runDue(home.runtime, { ...options, at: at('2026-06-30T09:04') });
    expect(slotsOf(result)).toEqual(['counts.open@2026-06 finished', 'visits.remind@2026-06-30 finished']);
    expect(result).toMatchObject({ at: at('2026-06-30T09:04'), sent: 6, held: 0, failed: 0 });
    await expect(runDue(home.runtime, { ...options, at: at('2026-06-30T09:03') })).rejects.toThrow(AppError);
    expect(slotsOf(await runDue(home.runtime, { ...options, at: at('2026-06-30T09:04') }))).toEqual([]);
  });

  it('a dry run tells, but commits and sends nothing', async () => {
    const home = await house('2026-06-01T10:00');
    const options = { features: jobs, messenger: home.platform, at: at('2026-06-30T09:04'), dryRun: true };
    const result = await runDue(home.runtime, options);
    expect(slotsOf(result)).toEqual(['counts.open@2026-06 due', 'visits.remind@2026-06-30 due']);
    expect(result).toMatchObject({ sent: 6, held: 0, failed: 0 });
    expect(await runDue(home.runtime, options)).toEqual(result);
    expect(home.platform.requests).toEqual([]);
    expect(await home.runtime.store.db.select().from(outbox)).toEqual([]);
    expect(await home.runtime.store.db.select().from(jobRun)).toEqual([]);
    expect(await home.runtime.store.db.select().from(setting)).toEqual([]);
    const night = await runDue(home.runtime, { ...options, at: at('2026-06-30T21:00') });
    expect(night).toMatchObject({ sent: 0, held: 6, failed: 0 });
  });

  it('`run <name>` runs the newest slot of that job, once', async () => {
    const home = await house('2026-06-01T10:00');
    const options = {
      features: jobs,
      messenger: home.platform,
      name: 'counts.open',
      at: at('2026-07-02T10:00'),
    };
    expect(slotsOf(await runJob(home.runtime, { ...options, dryRun: true }))).toEqual([
      'counts.open@2026-06 due',
    ]);
    expect(slotsOf(await runJob(home.runtime, options))).toEqual(['counts.open@2026-06 finished']);
    const again = await runJob(home.runtime, options);
    expect(slotsOf(again)).toEqual(['counts.open@2026-06 finished']);
    expect(again.sent).toBe(0);
    await expect(runJob(home.runtime, { ...options, name: 'counts.none' })).rejects.toThrow('counts.none');
  });

  it('`list` tells the last and the next slot of every job', async () => {
    const home = await house('2026-06-30T10:00');
    await beatAt(home, '2026-06-30T10:00', jobs);
    expect(await listJobs(home.runtime, jobs)).toEqual([
      {
        name: 'counts.open',
        schedule: { every: 'last-workday', at: '09:00' },
        lastSlot: '2026-06',
        lastState: 'finished',
        lastReason: null,
        nextAt: at('2026-07-31T09:00'),
        gap: null,
      },
      {
        name: 'visits.remind',
        schedule: daily,
        lastSlot: '2026-06-30',
        lastState: 'finished',
        lastReason: null,
        nextAt: at('2026-07-01T09:00'),
        gap: null,
      },
    ]);
    home.time.set('2026-12-31T10:00');
    expect((await listJobs(home.runtime, jobs)).map(({ nextAt, gap }) => ({ nextAt, gap }))).toEqual([
      { nextAt: null, gap: 2027 },
      { nextAt: null, gap: 2027 },
    ]);
  });
});
