import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts, Health, MachineHealth, PlatformHealth } from '../../src/system/doctor/rules/facts.ts';
import { calm, follow, type Watch } from '../../src/system/doctor/rules/follow.ts';
import { judge } from '../../src/system/doctor/rules/judge.ts';
import { findingText } from '../../src/system/doctor/words.ts';

const NOW = Date.parse('2026-06-22T09:00:00+08:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const GB = 1024 ** 3;

const well: Health = {
  stopped: false,
  lastHeartbeat: NOW - MINUTE,
  lastCallback: NOW - DAY,
  sentSinceCallback: false,
  calendarGaps: [],
  jobs: [{ job: 'counts.open', lastSuccess: NOW - DAY, trouble: null }],
  waiting: [],
  failed: [],
  failedRecipients: { week: 0, day: 0, reachedDay: 0 },
  unhandledClaims: 0,
  oldestClaim: null,
};

const platform: PlatformHealth = {
  probes: ['bot', 'send', 'contacts'].map((name) => ({ name, ok: true, hint: '' })),
  skewMs: 0,
};

const machine: MachineHealth = {
  disk: { freeBytes: 10 * GB, databaseBytes: GB },
  backup: { newest: NOW - 6 * HOUR, off: false },
};

interface Change {
  health?: Partial<Health>;
  platform?: PlatformHealth | undefined;
  machine?: MachineHealth;
  day?: string;
}

function facts(change: Change = {}): Facts {
  return {
    now: NOW,
    year: 2026,
    monthDay: change.day ?? '06-22',
    health: { ...well, ...change.health },
    platform: 'platform' in change ? change.platform : platform,
    machine: change.machine ?? machine,
  };
}

const refused = (name: string, hint = '应用缺少权限') => ({
  ...platform,
  probes: platform.probes.map((probe) => (probe.name === name ? { name, ok: false, hint } : probe)),
});
const trouble = (reason: string, age: number) => [
  { job: 'counts.open', lastSuccess: null, trouble: { slot: '2026-06', reason, since: NOW - age } },
];
const failed = (day: number, reachedDay: number): Partial<Health> => ({
  failed: [{ reason: 'no_permission', detail: '', messages: day }],
  failedRecipients: { week: day, day, reachedDay },
});
const waiting = (reason: string, age: number) => [{ reason, messages: 3, oldest: NOW - age }];

describe('what is wrong, how much, and what to do', () => {
  it('all is well', () => {
    expect(judge(facts()).filter(({ level }) => level !== 'ok')).toEqual([]);
  });

  it.each<[string, 'ok' | 'note' | 'grave', string, Change]>([
    ['platform.bot', 'grave', '应用凭证与机器人不可用：应用缺少权限', { platform: refused('bot') }],
    ['platform.send', 'grave', '发消息权限不可用', { platform: refused('send') }],
    ['platform.contacts', 'grave', '请检查网络', { platform: refused('contacts', '') }],
    ['clock', 'ok', '本机时间准确', { platform: { ...platform, skewMs: -59_999 } }],
    ['clock', 'grave', '相差 90 秒：请打开系统的自动校时', { platform: { ...platform, skewMs: -90_000 } }],
    ['clock', 'ok', '没有可比的时间', { platform: { ...platform, skewMs: undefined } }],
    ['callback', 'note', '还没有收到过飞书回调：请给机器人发“帮助”', { health: { lastCallback: null } }],
    ['callback', 'grave', '还没有收到过', { health: { lastCallback: null, sentSinceCallback: true } }],
    ['callback', 'ok', '最近一次收到飞书回调', { health: { lastCallback: NOW - 20 * DAY } }],
    [
      'callback',
      'grave',
      '已 10 天没有收到飞书回调',
      { health: { lastCallback: NOW - 10 * DAY, sentSinceCallback: true } },
    ],
    [
      'callback',
      'ok',
      '最近一次收到飞书回调：2026-06-13 09:00',
      { health: { lastCallback: NOW - 9 * DAY, sentSinceCallback: true } },
    ],
    ['heartbeat', 'note', '服务还没有运行过：请先启动', { health: { lastHeartbeat: null } }],
    ['heartbeat', 'note', '已 3 分钟没有心跳', { health: { lastHeartbeat: NOW - 3 * MINUTE } }],
    ['calendar', 'ok', '2027 年放假安排一般 11 月公布', { health: { calendarGaps: [2027] }, day: '11-30' }],
    [
      'calendar',
      'note',
      '缺 2027 年放假安排：请在管理台',
      { health: { calendarGaps: [2027] }, day: '12-01' },
    ],
    ['calendar', 'note', '缺 2026 年', { health: { calendarGaps: [2026] } }],
    ['jobs', 'grave', 'counts.open@2026-06（TypeError）', { health: { jobs: trouble('TypeError', DAY) } }],
    ['jobs', 'ok', '都正常', { health: { jobs: trouble('TypeError', 7 * DAY) } }],
    ['jobs', 'ok', '都正常', { health: { jobs: trouble('calendar_gap_2027', DAY) } }],
    ['backlog', 'ok', '待发消息 3 条', { health: { waiting: waiting('', HOUR) } }],
    ['backlog', 'grave', '滞留超过 1 小时', { health: { waiting: waiting('', HOUR + 1) } }],
    ['backlog', 'ok', '待发消息 3 条', { health: { waiting: waiting('quiet_hours', DAY) } }],
    ['backlog', 'grave', '未处理事件 2 个', { health: { unhandledClaims: 2, oldestClaim: NOW - HOUR - 1 } }],
    ['failed', 'note', '有 4 个收件人没收到', { health: failed(4, 0) }],
    ['failed', 'grave', '系统管理员发“今日待办”可以补发', { health: failed(5, 45) }],
    ['failed', 'note', '没收到', { health: failed(5, 46) }],
    ['stopped', 'note', '请系统管理员发“启用”', { health: { stopped: true } }],
    ['disk', 'ok', '磁盘剩余', { machine: { disk: { freeBytes: 3 * GB, databaseBytes: GB } } }],
    ['disk', 'grave', '请清理或扩容', { machine: { disk: { freeBytes: 3 * GB - 1, databaseBytes: GB } } }],
    [
      'disk',
      'grave',
      '磁盘剩余 499 MB',
      { machine: { disk: { freeBytes: 499 * 1024 ** 2, databaseBytes: 1 } } },
    ],
    ['backup', 'grave', '还没有自动备份', { machine: { backup: { newest: null, off: false } } }],
    ['backup', 'grave', '超过一天半', { machine: { backup: { newest: NOW - 36 * HOUR, off: false } } }],
    ['backup', 'ok', '没有开启自动备份', { machine: { backup: { newest: null, off: true } } }],
  ])('%s %s: %s', (name, level, text, change) => {
    const given = facts(change);
    expect(judge(given).find((verdict) => verdict.name === name)).toEqual({ name, level });
    expect(findingText(name, level, given)).toContain(text);
  });

  it('a runtime without disk and backups, or without a platform to ask, has no line of them', () => {
    const names = judge(facts({ machine: {}, platform: undefined })).map(({ name }) => name);
    expect(names).toEqual('callback heartbeat calendar jobs backlog failed stopped'.split(' '));
  });
});

/** Looks as letters: `b` bad, `.` good; one word per check and day. */
function cards(days: readonly Record<string, string>[]): string[] {
  let watch: Watch = calm;
  return days.flatMap((checks, day) => {
    const looks = Math.max(...Object.values(checks).map(({ length }) => length));
    return Array.from({ length: looks }, (_, i) => {
      const looked = Object.entries(checks).map(
        ([name, row]) => [name, row[i] === 'b' ? 'bad' : 'good'] as const,
      );
      const followed = follow(watch, new Map(looked), `2026-06-0${day + 1}`);
      ({ watch } = followed);
      return followed.card ? [`${day + 1}.${i + 1} ${followed.card} ${watch.bad.join('+')}`.trim()] : [];
    }).flat();
  });
}

describe('one card when something turns bad, one when all is well again', () => {
  it.each<[string, Record<string, string>[], string[]]>([
    ['one bad look is a passing fault', [{ a: '.b.b.b...' }], []],
    ['two in a row are told once', [{ a: '.bbbbbbbb' }, { a: 'bbb' }], ['1.3 bad a']],
    ['good again after four looks', [{ a: 'bb....' }], ['1.2 bad a', '1.6 good']],
    ['not before', [{ a: 'bb...bb...bb...' }], ['1.2 bad a']],
    ['one card for all', [{ a: 'bb', c: 'bb' }], ['1.2 bad a+c']],
    [
      'a second thing waits for the next day',
      [
        { a: 'bbbb', c: '..bb' },
        { a: 'b', c: 'b' },
      ],
      ['1.2 bad a', '2.1 bad a+c'],
    ],
    [
      'and is not told when it is over by then',
      [
        { a: 'bbbbbbbb', c: '..bb....' },
        { a: 'b', c: '.' },
      ],
      ['1.2 bad a'],
    ],
    [
      'all must be well',
      [
        { a: 'bb....', c: 'bbbbbb' },
        { a: '.', c: 'b....' },
      ],
      ['1.2 bad a+c', '2.5 good'],
    ],
    ['what comes and goes: one bad card a day', [{ a: 'bb....bb....bb....' }], ['1.2 bad a', '1.6 good']],
    [
      'what comes back on the next day is told again',
      [{ a: 'bb....bb' }, { a: 'bb' }],
      ['1.2 bad a', '1.6 good', '2.1 bad a'],
    ],
  ])('%s', (_, days, expected) => {
    expect(cards(days)).toEqual(expected);
  });

  it('whatever happens: bad at most once a day, good only after bad, and never while something is bad', () => {
    const check = fc
      .array(fc.constantFrom('b', '.'), { minLength: 30, maxLength: 30 })
      .map((row) => row.join(''));
    fc.assert(
      fc.property(fc.array(fc.record({ a: check, c: check }), { minLength: 1, maxLength: 6 }), (days) => {
        let told = false;
        const badDays: string[] = [];
        for (const card of cards(days)) {
          const [when = '', kind] = card.split(' ');
          if (kind === 'good') {
            expect(told).toBe(true);
            expect(card).toBe(`${when} good`);
          } else badDays.push(when.split('.')[0] ?? '');
          told = kind === 'bad';
        }
        expect(new Set(badDays).size).toBe(badDays.length);
      }),
    );
  });
});
