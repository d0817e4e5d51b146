import { describe, expect, it } from 'vitest';
import { audit, outbox, question, questionRevision } from '../../db/schema/index.ts';
import { inspect } from '../../src/system/workbook/inspect.ts';
import { readWorkbook } from '../../src/system/workbook/read.ts';
import { openDesk, POSTS } from './desk.ts';

/** The desk's own script stands in every head. */
const FOREIGN =
  /<(script(?! defer="" src="\/console\/assets\/console\.js\?v=[\w.-]+"><\/script>)|img|svg|at)\b/i;

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></textarea><svg onload=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  '=HYPERLINK("http://evil.test","点我")',
  '@SUM(1+1)*cmd|calc',
  '**加粗** [链接](javascript:alert(1)) <at id=all></at>',
  '\u202e右起\u2066嵌套',
];

/** One of everything, with this text wherever somebody can have written one. */
async function deskWith(text: string) {
  const desk = openDesk({ organisation: text });
  const { db, atomically } = desk.runtime.store;
  const openId = await desk.enrol(POSTS.admin, 'ou_admin', text);
  await atomically([
    db.insert(question).values({ number: 'H-1', publishedRevision: 1 }),
    db.insert(questionRevision).values({
      number: 'H-1',
      revision: 1,
      question: text,
      like: [text],
      unlike: [text],
      answer: text,
      document: text,
      documentNumber: text,
      clause: text,
      units: [text],
      office: text,
      phone: text,
      topic: text,
      factIds: [text],
      localFigures: [text],
      replacedBy: text,
      author: `person:${openId}`,
      createdAt: 0,
    }),
    db.insert(outbox).values({
      id: 'o1',
      key: `${text}@1`,
      target: openId,
      recipient: { kind: 'person', openId },
      kind: 'duty',
      state: 'failed',
      reason: text,
      detail: text,
      dueAt: 0,
      createdAt: 0,
    }),
    db.insert(audit).values({
      id: 'a1',
      at: 1,
      actor: `person:${openId}`,
      action: 'policy.publish',
      target: text,
      data: { [text]: { [text]: [text] } },
    }),
  ]);
  const seat = desk.browser();
  await seat.signIn(openId);
  return seat;
}

/** Tags and attributes as a browser reads them; text cannot be among them. */
function tagsOf(page: string): string[] {
  return page.match(/<[a-z][^>]*>/gi) ?? [];
}

describe.each(HOSTILE)('%s', (text) => {
  it('stays text on every page, also when it is searched for', async () => {
    const seat = await deskWith(text);
    const harmless = await deskWith('平常的话');
    const addresses = (said: string) => {
      const q = encodeURIComponent(said);
      return [
        '/console',
        '/console/questions',
        '/console/questions/H-1',
        '/console/outbox',
        '/console/audit',
        `/console/questions?q=${q}&topic=${q}&office=${q}`,
        `/console/audit?q=${q}`,
      ];
    };
    const others = addresses('平常的话');
    for (const [i, address] of addresses(text).entries()) {
      const page = await (await seat.get(address)).text();
      const plain = await (await harmless.get(others[i] ?? '')).text();
      const names = (html: string) => tagsOf(html).map((tag) => tag.replace(/\s[\s\S]*/, ''));
      expect(names(page), address).toEqual(names(plain));
      expect(page, address).not.toMatch(FOREIGN);
      for (const tag of tagsOf(page.replace(/"[^"]*"/g, '""')))
        expect(tag, address).not.toMatch(/\son\w+\s*=/i);
      for (const [, href = ''] of page.matchAll(/href="([^"]*)"/g))
        expect(href).toMatch(/^(\/console|#main|data:,)/);
    }
  });

  it('is a text cell of the workbook, not a formula', async () => {
    const seat = await deskWith(text);
    for (const list of ['questions', 'audit', 'outbox']) {
      const file = new Uint8Array(await (await seat.get(`/console/${list}.xlsx`)).arrayBuffer());
      expect([...inspect(file).values()].flat(), list).toEqual([]);
      const cells = (await readWorkbook(file)).flatMap(({ rows }) => rows.flat());
      expect(
        cells.some((cell) => cell.includes(text)),
        list,
      ).toBe(true);
    }
  });

  it('comes back from the login and from a wrong address as text', async () => {
    const seat = openDesk().browser();
    const q = encodeURIComponent(text);
    for (const address of [
      `/console/login?to=${q}&reason=${q}`,
      `/console/login/back?code=${q}&state=${q}&error=${q}`,
    ]) {
      const page = await (await seat.get(address)).text();
      expect(page, address).not.toMatch(FOREIGN);
      expect(page, address).not.toContain(text);
    }
  });
});
