import { describe, expect, it } from 'vitest';
import {
  audit,
  outbox,
  question,
  questionHitDay,
  questionMiss,
  questionRevision,
} from '../../db/schema/index.ts';
import { QUESTION_STATES, questionState } from '../../src/console/sections/questions/state.ts';
import { readWorkbook } from '../../src/system/workbook/read.ts';
import { type Browser, type Desk, openDesk, POSTS } from './desk.ts';

const TODAY = '2026-06-22';

interface Entry {
  number: string;
  units?: string[];
  validFrom?: string;
  validUntil?: string;
  replacedBy?: string;
  published?: boolean;
  enabled?: boolean;
  question?: string;
  topic?: string;
}

async function put({ runtime }: Desk, ...entries: Entry[]): Promise<void> {
  const { db, atomically } = runtime.store;
  await atomically(
    entries.flatMap(({ number, published = true, enabled = true, ...entry }) => [
      db.insert(question).values({ number, publishedRevision: published ? 1 : null, enabled }),
      db.insert(questionRevision).values({
        number,
        revision: 1,
        question: `问题 ${number}`,
        like: [`换个问法 ${number}`],
        unlike: [],
        answer: '答复 100% 照办',
        document: '某办法',
        units: [],
        factIds: [],
        localFigures: ['LOC-01'],
        author: 'system:seed',
        createdAt: 0,
        ...entry,
      }),
    ]),
  );
}

async function numbersOf(seat: Browser, query = ''): Promise<string[]> {
  const page = await (await seat.get(`/console/questions${query}`)).text();
  return [...page.matchAll(/href="\/console\/questions\/([^"]+)"/g)].map((match) => match[1] ?? '');
}

const rowsOf = (page: string) => page.match(/<tr role="row">/g)?.length ?? 0;

describe('questions', () => {
  it('the list chooses by the same states as the rule tells', async () => {
    const desk = openDesk();
    const days = ['', '2026-06-21', TODAY, '2026-08-21', '2026-08-22', '2027-01-01'];
    const entries = days.flatMap((validUntil, i) =>
      ['', TODAY, '2026-06-23'].flatMap((validFrom, j) =>
        ['', 'Q-new'].flatMap((replacedBy, k) =>
          [true, false].flatMap((published, l) =>
            [true, false].map((enabled, m) => ({
              number: `Q${[i, j, k, l, m].join('')}`,
              validFrom,
              validUntil,
              replacedBy,
              published,
              enabled,
            })),
          ),
        ),
      ),
    );
    await put(desk, ...entries);
    const seat = await desk.as(POSTS.editor);
    const seen: string[] = [];
    for (const state of QUESTION_STATES) {
      const expected = entries
        .filter((entry) => questionState(entry, TODAY) === state)
        .map(({ number }) => number);
      const found = [
        ...(await numbersOf(seat, `?state=${state}`)),
        ...(await numbersOf(seat, `?state=${state}&page=2`)),
      ];
      expect(found, state).toEqual(expected.sort());
      seen.push(...found);
    }
    expect(seen.length).toBe(entries.length);
  });

  it.each([
    ['?q=问法 A-2', ['A-2']],
    ['?q=100%25', ['A-1', 'A-2']],
    ['?q=%25', ['A-1', 'A-2']],
    ['?q=_', []],
    ['?q=a-1', ['A-1']],
    ['?topic=补贴', ['A-1']],
    ['?topic=没有', []],
    ['?state=nonsense', ['A-1', 'A-2']],
    ['?page=-1', ['A-1', 'A-2']],
    ['?page=2', []],
    ["?q=' or 1=1 --", []],
  ])('%s finds %j', async (query, numbers) => {
    const desk = openDesk();
    await put(desk, { number: 'A-1', topic: '补贴' }, { number: 'A-2' });
    expect(await numbersOf(await desk.as(POSTS.editor), query)).toEqual(numbers);
  });

  it('a county’s editor sees the general ones and the county’s own, not another county’s, by list, address or export', async () => {
    const desk = openDesk();
    await desk.enrol(POSTS.county);
    await desk.enrol(POSTS.other);
    await put(
      desk,
      { number: 'G' },
      { number: 'OWN', units: ['U-office-望泉县'] },
      { number: 'ALIEN', units: ['U-office-松渡县'] },
    );
    const [city, county] = [await desk.as(POSTS.editor), await desk.as(POSTS.countyEditor)];
    expect(await numbersOf(city)).toEqual(['ALIEN', 'G', 'OWN']);
    expect(await numbersOf(county)).toEqual(['G', 'OWN']);
    expect((await county.get('/console/questions/OWN')).status).toBe(200);
    const [alien, unknown] = [
      await county.get('/console/questions/ALIEN'),
      await county.get('/console/questions/NONE'),
    ];
    expect([alien.status, unknown.status]).toEqual([404, 404]);
    expect((await alien.text()).replaceAll('ALIEN', 'NONE')).toBe(await unknown.text());
    const file = await county.get('/console/questions.xlsx');
    const [sheet] = await readWorkbook(new Uint8Array(await file.arrayBuffer()));
    expect(sheet?.rows.slice(1).map(([number]) => number)).toEqual(['G', 'OWN']);
  });

  it('shows hits and misses of thirty days, the local figures that are missing, and the newer text that waits', async () => {
    const desk = openDesk();
    const { db, atomically } = desk.runtime.store;
    await put(desk, { number: 'A-1' });
    const [first] = await db.select().from(questionRevision);
    await atomically([
      db
        .insert(questionRevision)
        .values({ ...first, number: 'A-1', revision: 2, answer: '新的答复' } as typeof first & object),
      ...(
        [
          ['2026-05-20', 100],
          ['2026-06-01', 3],
          [TODAY, 4],
        ] as const
      ).map(([day, hits]) => db.insert(questionHitDay).values({ number: 'A-1', day, hits, unsolved: 1 })),
      db.insert(questionMiss).values({ text: '某问', times: 5, lastDay: TODAY, near: 'A-1' }),
    ]);
    const seat = await desk.as(POSTS.editor);
    const list = await (await seat.get('/console/questions')).text();
    expect(list).toContain('有新稿');
    const page = await (await seat.get('/console/questions/A-1')).text();
    expect(page).toContain('答出 7 次，没解决 2 次，相近未答 5 次');
    expect(page).toContain('LOC-01（还没录入）');
    expect(page).toContain('答复 100% 照办');
    expect(page).not.toContain('新的答复');
  });
});

describe('deliveries', () => {
  const message = (id: string, target: string, more: Partial<typeof outbox.$inferInsert> = {}) => ({
    id,
    key: `counts.nudge@${id}`,
    target,
    recipient: { kind: 'person' as const, openId: target },
    kind: 'duty' as const,
    state: 'failed' as const,
    reason: 'recipient_gone',
    dueAt: 0,
    createdAt: 0,
    finishedAt: 0,
    ...more,
  });

  async function filled() {
    const desk = openDesk();
    const { db, atomically } = desk.runtime.store;
    await desk.enrol({ role: 'liaison', tier: 'city-department', county: '' }, 'ou_city', '城里人');
    await desk.enrol({ role: 'liaison', tier: 'county-department', county: '望泉县' }, 'ou_wang', '望泉人');
    await desk.enrol({ role: 'cadre', tier: 'township', county: '松渡县' }, 'ou_song', '松渡人');
    await atomically(
      [
        message('1', 'ou_city'),
        message('2', 'ou_wang'),
        message('3', 'ou_song'),
        message('4', 'ou_wang', { key: 'visits.remind@4' }),
        message('5', 'ou_song', { kind: 'answer', key: 'chat.answer@5' }),
        message('6', 'oc_group', { recipient: { kind: 'chat', chatId: 'oc_group' } }),
      ].map((row) => db.insert(outbox).values(row)),
    );
    return desk;
  }

  it.each([
    ['admin', ['城里人', '望泉人', '松渡人', '望泉人', '群聊']],
    ['coordinator', ['城里人']],
    ['county', ['望泉人']],
    ['other', ['松渡人']],
  ] as const)('%s sees %j, and nobody’s answers', async (post, names) => {
    const desk = await filled();
    const seat = await desk.as(POSTS[post]);
    const page = await (await seat.get('/console/outbox')).text();
    const shown = [...page.matchAll(/data-title="收件人"><bdi>([^<]+)</g)].map((match) => match[1] ?? '');
    expect(shown.sort()).toEqual([...names].sort());
    expect(page).toContain('对方不在应用可用范围或已离职');
    const file = await (await seat.get('/console/outbox.xlsx')).arrayBuffer();
    const [sheet] = await readWorkbook(new Uint8Array(file));
    expect(
      sheet?.rows
        .slice(1)
        .map((row) => row[1])
        .sort(),
    ).toEqual([...names].sort());
  });

  it('fifty to a page, with a way on and back', async () => {
    const desk = openDesk();
    const { db, atomically } = desk.runtime.store;
    await atomically(
      Array.from({ length: 120 }, (_, i) =>
        db.insert(outbox).values(message(`m${i}`, 'ou_x', { createdAt: i })),
      ),
    );
    const seat = await desk.as(POSTS.admin);
    const page = async (query: string) => (await seat.get(`/console/outbox${query}`)).text();
    const [first, last] = [await page('?state=failed'), await page('?state=failed&page=3')];
    expect([rowsOf(first), rowsOf(last)]).toEqual([51, 21]);
    expect(first).toContain('href="/console/outbox?state=failed&amp;page=2"');
    expect(first).not.toContain('rel="prev"');
    expect(last).not.toContain('rel="next"');
    expect(await page('?state=sent')).toContain('这些条件下没有记录');
  });
});

describe('audit', () => {
  async function filled() {
    const desk = openDesk();
    const { db, atomically } = desk.runtime.store;
    await desk.enrol({ role: 'liaison', tier: 'county-department', county: '望泉县' }, 'ou_wang', '望泉人');
    await desk.enrol(
      { role: 'group-liaison', tier: 'county-department', county: '望泉县' },
      'ou_group',
      '考察人',
    );
    const row = (id: string, actor: string, action: string) => ({
      id,
      at: 1,
      actor,
      action,
      target: 'T',
      data: { reason: `why-${id}` },
    });
    await atomically(
      [
        row('figures', 'person:ou_wang', 'counts.confirmed'),
        row('reply', 'person:ou_wang', 'voice.reply'),
        row('visit', 'person:ou_group', 'visits.record'),
        row('job', 'system:counts.close', 'counts.close'),
        row('publish', 'cli:import', 'policy.publish'),
      ].map((values) => db.insert(audit).values(values)),
    );
    return desk;
  }

  it.each([
    ['admin', ['确认当月数', '答复投诉建议', '登记走访谈话', '当月统计截止', '发布条目'], ['why-publish']],
    ['county', ['确认当月数', '答复投诉建议'], ['why-figures']],
    ['coordinator', [], []],
    ['other', [], []],
  ] as const)('%s reads what belongs to the post', async (post, actions, details) => {
    const seat = await (await filled()).as(POSTS[post]);
    const page = await (await seat.get('/console/audit')).text();
    const shown = [...page.matchAll(/class="main" data-title="做了什么">([^<]+)</g)].map(
      (match) => match[1] ?? '',
    );
    expect(shown.sort()).toEqual([...actions].sort());
    expect([...page.matchAll(/why-[a-z]+/g)].map(([text]) => text)).toEqual(details);
    const file = await (await seat.get('/console/audit.xlsx')).arrayBuffer();
    const [sheet] = await readWorkbook(new Uint8Array(file));
    expect(sheet?.rows.slice(1).length ?? 0).toBe(shown.length);
  });

  it('who came and went is asked for by name, and an export is itself on record', async () => {
    const desk = await filled();
    const seat = await desk.as(POSTS.admin);
    await seat.get('/console/audit.xlsx');
    const page = async (query: string) => (await seat.get(`/console/audit${query}`)).text();
    expect(await page('')).not.toContain('登录管理台');
    expect(await page('')).toContain('导出表格');
    expect(await page('?feature=console')).toContain('登录管理台');
  });

  it('nothing asks for a person (BR-05)', async () => {
    const seat = await (await filled()).as(POSTS.admin);
    const [all, one] = [
      await seat.get('/console/audit'),
      await seat.get('/console/audit?actor=ou_wang&person=ou_wang'),
    ];
    expect(rowsOf(await one.text())).toBe(rowsOf(await all.text()));
  });
});
