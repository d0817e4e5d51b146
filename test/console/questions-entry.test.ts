import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { audit, question, questionReview, questionRevision, searchRow } from '../../db/schema/index.ts';
import { formOf, openQuestions, type Seat } from './questions-desk.ts';

const PAGE = '/console/questions/A-1';

let house: ReturnType<typeof openQuestions>;
let editor: Seat;

beforeEach(async () => {
  house = openQuestions();
  editor = await house.sit('editor');
  await house.publish({ number: 'A-1', answer: '旧的答复' }, { number: 'A-2' });
});

const draft = (answer: string, base = 1) => editor.send(`${PAGE}/edit`, formOf({ answer }, base));

describe('a newer text', () => {
  it('stands beside the one in use, which stays, and goes to review from there', async () => {
    await draft('新的答复');
    const page = await editor.get(PAGE);
    expect(page).toContain('有新稿（第 2 版），正在用的没有变');
    expect(page).toContain('<p class="answer panel">旧的答复</p>');
    const without = await editor.send(`${PAGE}/submit`, { revision: '2' });
    expect(without.status).toBe(422);
    expect(await without.text()).toContain('请勾选确认');
    const sent = await editor.send(`${PAGE}/submit`, { revision: '2', open: 'yes', remark: '换了数' });
    expect(sent.headers.get('location')).toBe(`${PAGE}?done=submittedToNobody`);
    expect(await house.db.select().from(questionReview)).toMatchObject([{ revision: 2, state: 'submitted' }]);
    expect(await editor.get(PAGE)).toContain('等审核');
    const approver = await house.sit('approver');
    expect(await approver.get(PAGE)).toContain('看改动和影响');
  });

  it('any two texts are compared, whichever was asked for first', async () => {
    await draft('第二版的答复');
    await draft('第三版的答复', 2);
    expect(await editor.get(PAGE)).toContain('对照这两版');
    for (const query of ['?from=1&to=3', '?from=3&to=1']) {
      const page = await editor.get(`${PAGE}/compare${query}`);
      expect(page).toContain('A-1：第 1 版和第 3 版');
      expect(page).toContain('删去：</span>旧</del>');
      expect(page).toContain('新增：</span>第三版</ins>');
      expect(page).not.toContain('第二版');
    }
    expect((await editor.browser.get(`${PAGE}/compare?from=1&to=9`)).status).toBe(404);
    expect(await editor.get(`${PAGE}/compare?from=2&to=2`)).toContain('这两版一样');
  });

  it('an old one comes back as a draft, never at once', async () => {
    await draft('新的答复');
    await editor.send(`${PAGE}/restore`, { revision: '1' });
    const rows = await house.db.select().from(questionRevision).where(eq(questionRevision.number, 'A-1'));
    expect(rows.map(({ answer, publishedAt }) => [answer, publishedAt !== null])).toEqual([
      ['旧的答复', true],
      ['新的答复', false],
      ['旧的答复', false],
    ]);
  });
});

describe('steps', () => {
  it('out of use at once, with the reason on record; without one nothing happens', async () => {
    const refused = await editor.send(`${PAGE}/withdraw`, { reason: ' ' });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('请写一句理由')]);
    await editor.send(`${PAGE}/withdraw`, { reason: '标准变了' });
    expect(await editor.get(PAGE)).toContain('已停用');
    expect(await house.db.select().from(searchRow).where(eq(searchRow.number, 'A-1'))).toEqual([]);
    const [row] = await house.db.select().from(audit).where(eq(audit.action, 'policy.withdraw'));
    expect(row?.data).toMatchObject({ reason: '标准变了' });
  });

  it('checked again without a word to type; a new end goes through review', async () => {
    await editor.send(`${PAGE}/recheck`, { remark: '' });
    expect((await house.db.select().from(question))[0]?.reviewBy).toBe('2027-06-22');
    expect(await editor.get('/console/questions')).toContain('2027-06-22 前复核');
    const sent = await editor.send(`${PAGE}/recheck`, { next: 'end', newEnd: '2027-12-31' });
    expect(sent.headers.get('location')).toContain('done=submitted');
    const rows = await house.db.select().from(questionRevision).where(eq(questionRevision.number, 'A-1'));
    expect(rows.map(({ validUntil }) => validUntil)).toEqual(['', '2027-12-31']);
  });

  it('replaced by an entry in use, through review; by one that is not there, not', async () => {
    const refused = await editor.send(`${PAGE}/replace`, { by: 'NONE' });
    expect(refused.status).toBe(404);
    await editor.send(`${PAGE}/replace`, { by: 'A-2', lastDay: '2026-06-30' });
    const rows = await house.db.select().from(questionRevision).where(eq(questionRevision.number, 'A-1'));
    expect(rows.at(-1)).toMatchObject({ replacedBy: 'A-2', validUntil: '2026-06-30', publishedAt: null });
  });

  it('whoever only reads is offered none of them, and refused', async () => {
    const reader = await house.sit('coordinator');
    const page = await reader.get(PAGE);
    for (const word of ['马上停用', '送审', '用回第', '/edit']) expect(page).not.toContain(word);
    for (const name of ['withdraw', 'restore', 'recheck', 'replace', 'submit'])
      expect((await reader.send(`${PAGE}/${name}`, { reason: '不对' })).status, name).toBe(403);
    const approver = await house.sit('approver');
    expect(await approver.get(PAGE)).toContain('马上停用');
    expect(await approver.get(PAGE)).not.toContain('核对过，没有变化');
  });
});
