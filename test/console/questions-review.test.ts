import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { audit, outbox, questionMiss, questionReview, questionRevision } from '../../db/schema/index.ts';
import { askQuestions } from '../../src/policy/verbs/ask-questions.ts';
import { contextOf } from '../../src/store/runtime.ts';
import { formOf, numberIn, openQuestions, type Seat } from './questions-desk.ts';

let house: ReturnType<typeof openQuestions>;
let editor: Seat;
let approver: Seat;

beforeEach(async () => {
  house = openQuestions();
  editor = await house.sit('editor');
  approver = await house.sit('approver');
  await house.publish(
    { number: 'A-1', question: '乡镇值班补助怎么发？', answer: '旧的答复' },
    { number: 'A-2', question: '五小建设验收找谁？' },
  );
});

async function submit(path: string, form: Record<string, string>): Promise<string> {
  return numberIn(await editor.send(path, { ...form, next: 'submit', open: 'yes', remark: '请看数' }));
}

const change = () => submit('/console/questions/A-1/edit', formOf({ answer: '新的答复' }, 1));

const tokenIn = (page: string) => /name="seenEffect" value="([^"]+)"/.exec(page)?.[1] ?? '';

async function asked(text: string): Promise<string> {
  const ctx = contextOf(house.desk.runtime, { kind: 'person', openId: 'ou_x', name: '', grants: [] });
  return (await askQuestions(ctx, { text, chat: { id: 'c', kind: 'private' } })).result.text;
}

it('the queue shows what waits and leads to it; it can be taken away', async () => {
  expect(await approver.get('/console/questions-review')).toContain('现在没有等审核的');
  await change();
  const page = await approver.get('/console/questions-review');
  expect(page).toContain('href="/console/questions/A-1/review"');
  expect(page).toContain('请看数');
  expect((await approver.browser.get('/console/questions-review.xlsx')).status).toBe(200);
});

it('the reviewer sees who wrote it, what changed, both cards, and whose questions it moves; chat has it at once', async () => {
  const { db, atomically } = house.desk.runtime.store;
  await atomically([
    db
      .insert(questionMiss)
      .values({ id: 'm', text: '夜里值班的加班餐费给不给', times: 7, lastDay: '2026-06-21' }),
  ]);
  await submit(
    '/console/questions/A-1/edit',
    formOf({ answer: '新的答复', like: '夜里值班的加班餐费给不给' }, 1),
  );
  const page = await approver.get('/console/questions/A-1/review');
  expect(page).toContain('周正言 写，');
  expect(page).toContain('<del><span class="only-heard">删去：</span>旧</del>');
  expect(page).toContain('<bdi>旧的答复</bdi>');
  expect(page).toContain('<bdi>新的答复</bdi>');
  expect(page).toContain('夜里值班的加班餐费给不给');
  expect(page).toContain('问过 7 次');
  expect(await asked('乡镇值班补助怎么发？')).toContain('旧的答复');
  const done = await approver.send('/console/questions/A-1/approve', {
    revision: '2',
    seenEffect: tokenIn(page),
    leaderSign: '签批〔2026〕3号',
  });
  expect(done.headers.get('location')).toBe('/console/questions-review?done=published');
  expect(await asked('乡镇值班补助怎么发？')).toContain('新的答复');
  expect(await asked('夜里值班的加班餐费给不给')).toContain('新的答复');
  const [row] = await db.select().from(audit).where(eq(audit.action, 'policy.publish')).limit(1).offset(1);
  expect(row?.data).toMatchObject({ before: 1, after: 2, leaderSign: '签批〔2026〕3号' });
  expect((await db.select().from(outbox)).some(({ key }) => key.startsWith('policy.decided@A-1'))).toBe(true);
});

it('nothing is published blind: a preview that no longer holds is shown anew', async () => {
  await change();
  const seen = tokenIn(await approver.get('/console/questions/A-1/review'));
  await house.publish({ number: 'A-3' });
  const refused = await approver.send('/console/questions/A-1/approve', { revision: '2', seenEffect: seen });
  expect(refused.status).toBe(409);
  const page = await refused.text();
  expect(page).toContain('请再看一遍影响');
  expect(tokenIn(page)).not.toBe(seen);
  const blind = await approver.send('/console/questions/A-1/approve', { revision: '2' });
  expect(blind.status).toBe(409);
  expect(await asked('乡镇值班补助怎么发？')).toContain('旧的答复');
});

it('sent back with a reason, improved, and approved', async () => {
  await change();
  const path = '/console/questions/A-1';
  const silent = await approver.send(`${path}/return`, { revision: '2', reason: '' });
  expect([silent.status, await silent.text()]).toEqual([422, expect.stringContaining('请写一句理由')]);
  await approver.send(`${path}/return`, { revision: '2', reason: '少了依据' });
  const page = await editor.get(path);
  expect(page).toContain('已退回');
  expect(page).toContain('少了依据');
  await submit(`${path}/edit`, formOf({ answer: '更好的答复' }, 2));
  const token = tokenIn(await approver.get(`${path}/review`));
  await approver.send(`${path}/approve`, { revision: '3', seenEffect: token });
  expect(await asked('乡镇值班补助怎么发？')).toContain('更好的答复');
  const reviews = await house.db.select().from(questionReview);
  expect(reviews.map(({ revision, state }) => [revision, state])).toEqual([
    [2, 'returned'],
    [3, 'approved'],
  ]);
});

describe('whose yes', () => {
  it('not one’s own: it is said before, and refused', async () => {
    await house.desk.enrol({ role: 'approver', tier: 'office', county: '' }, 'ou_editor');
    await change();
    const both = await house.sit('editor');
    const page = await both.get('/console/questions/A-1/review');
    expect(page).toContain('请另一位政策审核来审');
    expect(page).not.toContain('通过并发布');
    const tokened = tokenIn(await approver.get('/console/questions/A-1/review'));
    const refused = await both.send('/console/questions/A-1/approve', { revision: '2', seenEffect: tokened });
    expect(refused.status).toBe(403);
  });

  it('an editor looks on, a reader is refused', async () => {
    await change();
    expect(await editor.get('/console/questions/A-1/review')).not.toContain('通过并发布');
    const reader = await house.sit('coordinator');
    expect((await reader.browser.get('/console/questions/A-1/review')).status).toBe(403);
  });

  it('what was decided waits no more', async () => {
    expect(await approver.get('/console/questions/A-1/review')).toContain('没有等审核的稿子');
    const refused = await approver.send('/console/questions/A-1/return', { revision: '1', reason: '不对' });
    expect(refused.status).toBe(409);
  });
});

it('a text that collides needs a reason, which is kept', async () => {
  const number = await submit('/console/questions-new', formOf({ question: '五小建设验收找谁？', like: '' }));
  const path = `/console/questions/${number}`;
  const page = await approver.get(`${path}/review`);
  expect(page).toContain('和别的条目有冲突');
  const input = { revision: '1', seenEffect: tokenIn(page) };
  const refused = await approver.send(`${path}/approve`, input);
  expect(refused.status).toBe(409);
  const done = await approver.send(`${path}/approve`, { ...input, despite: '县里另有规定' });
  expect(done.status).toBe(303);
});

describe('try', () => {
  const tried = (query: string) => editor.get(`/console/questions-try?${query}`);

  it('says what would be answered and why, with scores, and keeps nothing', async () => {
    const page = await tried(`q=${encodeURIComponent('乡镇值班补助怎么发')}`);
    expect(page).toContain('直接答复：最像的一条够把握');
    expect(page).toContain('旧的答复');
    expect(page).toMatch(/data-title="把握">\d+%/);
    expect(await tried(`q=${encodeURIComponent('火星移民补贴')}`)).toContain('说知识库里没有');
    expect(await house.db.select().from(questionMiss)).toEqual([]);
    expect(await editor.get('/console/questions-try')).toContain('只是试');
    expect(await tried('q=x&day=nonsense&unit=nonsense')).toContain('会这样答');
  });

  it('one step makes it a phrasing of an entry, once', async () => {
    const form = { phrase: '晚上值班给不给钱' };
    const path = '/console/questions/A-1/phrasing';
    expect((await editor.send(path, form)).headers.get('location')).toMatch(/done=phrasingAdded$/);
    expect((await editor.send(path, form)).headers.get('location')).toMatch(/done=phrasingKnown$/);
    const rows = await house.db.select().from(questionRevision).where(eq(questionRevision.number, 'A-1'));
    expect(rows.map(({ like }) => like)).toEqual([[], ['晚上值班给不给钱']]);
  });
});
