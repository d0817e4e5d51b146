import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit, question, questionMiss, questionReview, questionRevision } from '../../db/schema/index.ts';
import { POSTS } from './desk.ts';
import { numberIn, openQuestions, TEXT } from './questions-desk.ts';

async function sat() {
  const house = openQuestions();
  const { get, send } = await house.sit('editor');
  return { ...house, get, send };
}

it('a new entry is a draft with a number; it is changed on top of what one saw, and on record', async () => {
  const { db, get, send } = await sat();
  const made = await send('/console/questions-new', { ...TEXT, number: '', baseRevision: '0' });
  expect(made.status).toBe(303);
  const number = numberIn(made);
  expect(await get(made.headers.get('location') ?? '')).toContain('已存为草稿');
  expect(await db.select().from(question)).toMatchObject([{ number, publishedRevision: null }]);
  const edit = `/console/questions/${number}/edit`;
  expect(await get(edit)).toContain('值班有补助吗\n值班补贴多少</textarea>');
  const again = await send(edit, { ...TEXT, answer: '按月发。', number, baseRevision: '1' });
  expect(again.status).toBe(303);
  const rows = await db.select().from(questionRevision);
  expect(rows.map(({ revision, answer }) => [revision, answer])).toEqual([
    [1, '按天发，由所在单位造表。'],
    [2, '按月发。'],
  ]);
  expect(await db.select().from(audit).where(eq(audit.action, 'policy.draft'))).toHaveLength(2);
});

it('when somebody else was quicker, nothing is lost: both texts stand there, and a second save wins', async () => {
  const { sit, db, get, send } = await sat();
  const made = await send('/console/questions-new', { ...TEXT, baseRevision: '0' });
  const number = numberIn(made);
  const edit = `/console/questions/${number}/edit`;
  const other = await sit('editor', 'ou_other');
  await other.send(edit, { ...TEXT, answer: '对方的答复', baseRevision: '1' });
  const refused = await send(edit, { ...TEXT, answer: '我的答复', clause: '第三条', baseRevision: '1' });
  expect(refused.status).toBe(409);
  const page = await refused.text();
  expect(page).toContain('您这一份没有存下');
  expect(page).toContain('data-title="对方存的"><span class="answer">对方的答复</span>');
  expect(page).toContain('data-title="您填的"><span class="answer">我的答复</span>');
  expect(page).toContain('>我的答复</textarea>');
  expect(page).toContain('value="第三条"');
  expect(page).toContain('name="baseRevision" value="2"');
  expect(await db.select().from(questionRevision)).toHaveLength(2);
  const won = await send(edit, { ...TEXT, answer: '我的答复', clause: '第三条', baseRevision: '2' });
  expect(won.status).toBe(303);
  const rows = await db.select().from(questionRevision);
  expect(rows.map(({ answer }) => answer)).toEqual(['按天发，由所在单位造表。', '对方的答复', '我的答复']);
  expect(await get(edit)).not.toContain('对方存的');
});

it('everything that is wrong is said at once, beside its field, and what was typed stays', async () => {
  const { db, send } = await sat();
  const refused = await send('/console/questions-new', {
    ...TEXT,
    question: '',
    answer: '身份证 11010519491231002X',
    validFrom: '2026-05-01',
    validUntil: '2026-01-01',
    units: '没有这个镇',
    factIds: 'XX-99',
    baseRevision: '0',
  });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('有 5 处要改');
  for (const field of ['question', 'answer', 'validUntil', 'units', 'factIds'])
    expect(page, field).toContain(`id="field-${field}-wrong"`);
  expect(page).toContain('没有这个镇</textarea>');
  expect(await db.select().from(question)).toEqual([]);
});

describe('to review', () => {
  const submitted = { ...TEXT, baseRevision: '0', next: 'submit', remark: '请看金额', open: 'yes' };

  it('in one step, with a word to the reviewer', async () => {
    const { desk, db, get, send } = await sat();
    await desk.enrol(POSTS.approver, 'ou_approver');
    const done = await send('/console/questions-new', submitted);
    expect(done.headers.get('location')).toMatch(/done=submitted$/);
    expect(await db.select().from(questionReview)).toMatchObject([
      { state: 'submitted', remark: '请看金额' },
    ]);
    expect(await get('/console/questions?state=waiting')).toContain('等审核');
  });

  it('where nobody may approve it, the editor learns whom to ask', async () => {
    const { get, send } = await sat();
    const done = await send('/console/questions-new', submitted);
    expect(await get(done.headers.get('location') ?? '')).toContain('名册里还没有能审的人');
  });

  it.each([
    ['secret documents are denied first (domain 7)', { open: '' }, '请勾选确认'],
    ['no document', { document: '' }, '没有填。'],
  ])('%s: nothing is stored', async (_, change, said) => {
    const { db, send } = await sat();
    const refused = await send('/console/questions-new', { ...submitted, ...change });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(said);
    expect(await db.select().from(questionRevision)).toEqual([]);
  });
});

it('a question that nobody could answer becomes an entry, and is done with', async () => {
  const { db, desk, get, send } = await sat();
  const miss = { id: 'm1', text: '值班有没有补助', times: 3, lastDay: '2026-06-20', near: '' };
  await desk.runtime.store.atomically([db.insert(questionMiss).values(miss)]);
  expect(await get('/console/questions-new?miss=m1')).toContain('value="值班有没有补助"');
  await send('/console/questions-new', { ...TEXT, miss: 'm1', baseRevision: '0' });
  expect(await db.select().from(questionMiss)).toMatchObject([{ handled: true }]);
});

describe('preview', () => {
  it('is the card that is sent, while one types, whole or not', async () => {
    const { send } = await sat();
    const page = await (await send('/console/questions-preview', { ...TEXT, office: '市财政局' })).text();
    expect(page).toContain('chat-card');
    expect(page).toContain('<bdi>按天发，由所在单位造表。</bdi>');
    expect(page).toContain('市财政局');
    expect(page).not.toContain('<html');
    const empty = await (await send('/console/questions-preview', { question: '', answer: '' })).text();
    expect(empty).toContain('这里就是大家在飞书里看到的样子');
  });
});

describe('whose entries', () => {
  it('a county’s editor writes for the county, and not in the general ones', async () => {
    const { desk, db, sit, send } = await sat();
    await desk.enrol(POSTS.county);
    const number = numberIn(await send('/console/questions-new', { ...TEXT, baseRevision: '0' }));
    const county = await sit('countyEditor');
    expect(await county.get('/console/questions-new')).toContain('U-office-望泉县</textarea>');
    expect((await county.browser.get(`/console/questions/${number}/edit`)).status).toBe(403);
    const general = await county.send('/console/questions-new', { ...TEXT, baseRevision: '0' });
    expect(general.status).toBe(403);
    const own = await county.send('/console/questions-new', {
      ...TEXT,
      units: 'U-office-望泉县',
      baseRevision: '0',
    });
    expect(own.status).toBe(303);
    expect(await db.select().from(question)).toHaveLength(2);
  });
});
