import { and, eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit, guard, planRevision, question, setting, unit } from '../../db/schema/index.ts';
import { rootCause } from '../../src/kernel/fault.ts';
import { isConflict, type Store } from '../../src/store/db.ts';
import { readSetting, writeSetting } from '../../src/store/settings.ts';
import { auditRow, inList, insertRows, mustChange } from '../../src/store/statement.ts';
import { testCtx, testRuntime } from '../support/ctx.ts';
import { freshStore } from './backend.ts';

const countAll = sql<number>`count(*)`;

async function units(store: Store): Promise<string[]> {
  const rows = await store.db.select({ code: unit.code }).from(unit).orderBy(unit.code);
  return rows.map((row) => row.code);
}

function unitRow(code: string) {
  return { code, name: `单位${code}`, tier: 'township' as const, county: '景东县' };
}

describe('an effect is written whole or not at all', () => {
  it('nothing to write is fine', async () => {
    const store = await freshStore();
    await store.atomically([]);
    expect(await units(store)).toEqual([]);
  });

  it('a taken key rolls all of it back and is a conflict', async () => {
    const store = await freshStore();
    await store.atomically(insertRows(store.db, unit, [unitRow('U1')]));
    const effect = store.atomically([
      ...insertRows(store.db, unit, [unitRow('U2')]),
      writeSetting(store.db, 'stopped', 'yes'),
      ...insertRows(store.db, unit, [unitRow('U1')]),
    ]);
    await expect(effect).rejects.toSatisfy(isConflict);
    expect(await units(store)).toEqual(['U1']);
    expect(await readSetting(store.db, 'stopped')).toBeUndefined();
  });

  it('a revision is a compare-and-set: of two at once one wins', async () => {
    const store = await freshStore();
    const plan = {
      year: 2026,
      unit: 'U1',
      indicator: 'document' as const,
      revision: 2,
      author: 'x',
      createdAt: 1,
    };
    const both = await Promise.allSettled(
      [100, 200].map((amount) =>
        store.atomically([store.db.insert(planRevision).values({ ...plan, amount })]),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('audit stands or falls with the change it tells of', async () => {
    const store = await freshStore();
    const ctx = testCtx(testRuntime(undefined, { store }), { kind: 'cli', name: 'import' });
    const change = () => [
      ...insertRows(store.db, unit, [unitRow('U1')]),
      auditRow(ctx, 'people.import', 'U1', { rows: 1 }),
    ];
    await store.atomically(change());
    await expect(store.atomically(change())).rejects.toSatisfy(isConflict);
    expect(await store.db.select().from(audit)).toEqual([
      {
        id: 'id000001',
        at: ctx.now,
        actor: 'cli:import',
        action: 'people.import',
        target: 'U1',
        data: { rows: 1 },
      },
    ]);
  });
});

describe('a guarded update', () => {
  const publish = (store: Store, from: number | null, to: number) => [
    store.db
      .update(question)
      .set({ publishedRevision: to })
      .where(and(eq(question.number, 'Q1'), sql`${question.publishedRevision} is ${from}`)),
    mustChange(),
    writeSetting(store.db, 'published', String(to)),
  ];

  it('goes through when it met the state it was decided on', async () => {
    const store = await freshStore();
    await store.db.insert(question).values({ number: 'Q1' });
    await store.atomically(publish(store, null, 1));
    await store.atomically(publish(store, 1, 2));
    expect(await readSetting(store.db, 'published')).toBe('2');
    expect(await store.db.select().from(guard)).toEqual([]);
  });

  it('is a conflict when it did not, and nothing of the effect stays', async () => {
    const store = await freshStore();
    await store.db.insert(question).values({ number: 'Q1', publishedRevision: 3 });
    await expect(store.atomically(publish(store, 2, 4))).rejects.toSatisfy(isConflict);
    expect(await readSetting(store.db, 'published')).toBeUndefined();
    expect(await store.db.select().from(question)).toEqual([
      { number: 'Q1', publishedRevision: 3, enabled: true, reviewBy: null },
    ]);
  });
});

describe('what is a conflict', () => {
  it('a taken key outside an effect, wrapped by the query builder', async () => {
    const store = await freshStore();
    await store.db.insert(unit).values(unitRow('U1'));
    const error = await failure(store.db.insert(unit).values(unitRow('U1')));
    expect(isConflict(error)).toBe(true);
    expect(isConflict(new Error('outer', { cause: new Error('inner', { cause: error }) }))).toBe(true);
  });

  it('no other failure, whatever the values say', async () => {
    const store = await freshStore();
    const error = await failure(
      store.atomically([
        sql`insert into setting (key, value) values (${'UNIQUE constraint failed'}, ${null})`,
      ]),
    );
    expect(error).toBeInstanceOf(Error);
    expect(isConflict(error)).toBe(false);
    const missing = await failure(
      store.db.select().from(sql`nowhere`).where(sql`x = ${'UNIQUE constraint failed'}`),
    );
    expect(missing).toBeInstanceOf(Error);
    expect(isConflict(missing)).toBe(false);
    for (const other of [undefined, 'UNIQUE constraint failed', new Error('no such table: unit')])
      expect(isConflict(other)).toBe(false);
  });

  it('the root cause names tables and columns, never values', async () => {
    const store = await freshStore();
    await store.db.insert(setting).values({ key: 'k', value: 'v' });
    const root = rootCause(await failure(store.db.insert(setting).values({ key: 'k', value: '绝密内容' })));
    expect(String(root)).toContain('setting.key');
    expect(String(root)).not.toContain('绝密内容');
  });
});

describe('the limits of D1 (100 bound parameters a statement)', () => {
  it('500 rows go in as one effect', async () => {
    const store = await freshStore();
    const rows = Array.from({ length: 500 }, (_, i) => unitRow(`U${i}`));
    await store.atomically(insertRows(store.db, unit, rows));
    expect(await store.db.select({ n: countAll }).from(unit)).toEqual([{ n: 500 }]);
  });

  it('known rows are updated when the caller says so', async () => {
    const store = await freshStore();
    const upsert = (name: string) =>
      insertRows(store.db, unit, [{ ...unitRow('U1'), name }, unitRow('U2')], (insert) =>
        insert.onConflictDoUpdate({ target: unit.code, set: { name: sql`excluded.name` } }),
      );
    await store.atomically(upsert('旧名'));
    await store.atomically(upsert('新名'));
    const names = await store.db.select({ name: unit.name }).from(unit).orderBy(unit.code);
    expect(names.map((row) => row.name)).toEqual(['新名', '单位U2']);
  });

  it('a list of 1,000 values is one parameter', async () => {
    const store = await freshStore();
    await store.atomically(insertRows(store.db, unit, [unitRow('U1'), unitRow('U999'), unitRow('V')]));
    const codes = Array.from({ length: 1000 }, (_, i) => `U${i}`);
    const found = await store.db.select({ code: unit.code }).from(unit).where(inList(unit.code, codes));
    expect(found.map((row) => row.code).sort()).toEqual(['U1', 'U999']);
    expect(await store.db.select().from(unit).where(inList(unit.code, []))).toEqual([]);
    expect(
      await store.db
        .select()
        .from(unit)
        .where(inList(unit.sort, [0])),
    ).toHaveLength(3);
  });
});

describe('settings', () => {
  it('are written once and again', async () => {
    const store = await freshStore();
    expect(await readSetting(store.db, 'stopped')).toBeUndefined();
    await store.atomically([writeSetting(store.db, 'stopped', 'no')]);
    await store.atomically([writeSetting(store.db, 'stopped', 'yes')]);
    expect(await readSetting(store.db, 'stopped')).toBe('yes');
  });
});

describe('full text over own tokens', () => {
  it('finds two-character words, best first, and what is deleted no longer', async () => {
    const store = await freshStore();
    const insert = (id: number, tokens: string) =>
      sql`insert into note_fts (rowid, tokens) values (${id}, ${tokens})`;
    await store.atomically([
      sql`create virtual table note_fts using fts5(tokens, tokenize = 'unicode61', content = '', contentless_delete = 1)`,
      insert(1, '乡镇 镇工 工作 作补 补贴'),
      insert(2, '发文 文计 计划 补贴 补贴'),
      insert(3, '会议 议计 计划'),
    ]);
    const search = async (query: string) => {
      const rows = await store.db
        .select({ id: sql<number>`rowid`, score: sql<number>`bm25(note_fts)` })
        .from(sql`note_fts`)
        .where(sql`note_fts match ${query}`)
        .orderBy(sql`bm25(note_fts)`);
      expect(rows.every((row) => row.score < 0)).toBe(true);
      return rows.map((row) => row.id);
    };
    expect(await search('"补贴"')).toEqual([2, 1]);
    expect(await search('"乡镇" OR "会议"')).toHaveLength(2);
    await store.atomically([sql`delete from note_fts where rowid = ${2}`]);
    expect(await search('"补贴"')).toEqual([1]);
  });
});

async function failure(attempt: PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(attempt).then(
    () => undefined,
    (error: unknown) => error,
  );
}
