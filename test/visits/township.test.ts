import { getTableColumns } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import {
  grant,
  visitAvoidance,
  visitDuty,
  visitGroup,
  visitPoint,
  visitRecord,
} from '../../db/schema/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { people } from '../../src/people/index.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { visits } from '../../src/visits/index.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import { xlsx } from '../workbook/xlsx.ts';
import { visitCards } from './gallery.ts';
import { click, lin, office, queue, remindOn, seat, su, visitsWorld } from './world.ts';

const H1 = '2026-H1';

const city = { unit: 'C1', tier: 'city-department', county: '' } as const;
/** Holds a post in one of the townships that are visited, and one of a liaison besides. */
const he = {
  kind: 'person' as const,
  openId: 'ou_he',
  name: '何静姝',
  grants: [
    { role: 'group-liaison' as const, ...city },
    { role: 'cadre' as const, unit: 'T1', tier: 'township' as const, county: '望泉县' },
  ],
};

async function importing(runtime: TestRuntime, sheets: Record<string, (string | null)[][]>) {
  const file = await xlsx(sheets);
  const all = [...(people.sheets ?? []), ...(visits.sheets ?? [])];
  return perform(
    runtime.store,
    () => testCtx(runtime),
    (ctx) => importWorkbook(ctx, { file, dryRun: false, sheets: all, unknownPeople: async () => new Set() }),
  );
}

describe('nothing ever goes to the township that is visited (BR-06)', () => {
  it('nobody from there becomes a liaison, in chat', async () => {
    const runtime = await visitsWorld();
    await seat(runtime, he);
    const attempt = click(runtime, office, 'liaison', {}, { group: '2', liaison: 'ou_he' });
    await expect(attempt).rejects.toMatchObject({
      code: 'invalid',
      text: expect.stringContaining('何静姝在乡镇'),
    });
    const { card } = await click(runtime, office, 'groups', { as: 'liaison' });
    expect(JSON.stringify(card)).not.toContain('何静姝');
  });

  const groups = [
    ['组号', '联络员open_id', '联系点编码'],
    ['2', 'ou_he', 'T1；T2'],
  ];

  it.each([
    ['on the roster already', true, {}],
    [
      'of the same workbook',
      false,
      {
        人员: [
          ['姓名', '单位编码', 'open_id', '角色'],
          ['何静姝', 'C1', 'ou_he', '考察组联络员'],
          ['何静姝', 'T1', 'ou_he', '干部'],
        ],
      },
    ],
  ])('nor by the workbook: %s', async (_, seated, more) => {
    const runtime = await visitsWorld();
    if (seated) await seat(runtime, he);
    const { refused } = await importing(runtime, { ...more, 考察组: groups });
    expect(refused).toEqual([
      {
        sheet: '考察组',
        row: 2,
        column: '联络员open_id',
        reason: '此人在乡镇、村任职，不能担任考察组联络员：走访安排不发给被走访的乡镇',
      },
    ]);
  });

  it('whoever goes there later is not written to; the cadre office is', async () => {
    const runtime = await visitsWorld();
    await runtime.store.db.insert(grant).values({ openId: 'ou_lin', unit: 'T6', role: 'cadre' });
    await remindOn(runtime, '2026-06-15');
    await click(runtime, office, 'move', {}, { unit: 'T3', to: 'group:2' });
    const waiting = (await queue(runtime)).filter(
      ({ state, target }) => state === 'queued' && target === 'ou_lin',
    );
    expect(waiting).toEqual([]);
  });
});

describe('group, point, day, kind, and nothing else (BR-36)', () => {
  it('no table has room for anything more', () => {
    const columns = (table: Parameters<typeof getTableColumns>[0]) =>
      Object.keys(getTableColumns(table)).sort();
    expect(columns(visitRecord)).toEqual(['author', 'createdAt', 'day', 'group', 'half', 'kind', 'unit']);
    expect(columns(visitDuty)).toEqual(['group', 'half', 'inherited', 'unit']);
    expect(columns(visitGroup)).toEqual(['liaison', 'number']);
    expect(columns(visitPoint)).toEqual(['group', 'inherited', 'sort', 'unit']);
    expect(columns(visitAvoidance)).toEqual(['createdAt', 'group', 'unit']);
  });

  it('no card has a field to type into, and none asks for a name, a place of origin or a reason', async () => {
    for (const [name, card] of Object.entries(await visitCards())) {
      const fields = card.blocks.flatMap((block) => (block.kind === 'form' ? block.fields : []));
      expect(
        fields.map(({ kind }) => kind),
        name,
      ).not.toContain('input');
      expect(JSON.stringify(card), name).not.toMatch(/籍贯|事由|备注|谈话对象是|被谈人姓名/);
    }
  });

  it('whatever a form sends besides is dropped, in every action', async () => {
    const runtime = await visitsWorld();
    const note = '他说想调走';
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both', note }, { note });
    const amended = { record: 'T1:visit', how: 'day', day: '2026-06-12', note };
    await click(runtime, lin, 'amend', { half: H1, note }, amended);
    await click(runtime, office, 'move', { note }, { unit: 'T4', to: 'group:2', note });
    await click(runtime, office, 'liaison', { note }, { group: '2', liaison: 'ou_ruan', note });
    await click(runtime, su, 'record', { unit: 'T3', half: H1, kind: 'talk', note });
    const { db } = runtime.store;
    const rows = [
      await db.query.visitRecord.findMany(),
      await db.query.audit.findMany(),
      await queue(runtime),
    ];
    expect(rows[1]).toHaveLength(5);
    expect(JSON.stringify(rows)).not.toContain(note);
  });
});
