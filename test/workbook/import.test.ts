import { beforeEach, describe, expect, it } from 'vitest';
import { audit, grant, person, unit } from '../../db/schema/index.ts';
import { type Sheet, splitList } from '../../src/chat/sheet.ts';
import { perform } from '../../src/delivery/perform.ts';
import { PlatformError } from '../../src/kernel/errors.ts';
import { people } from '../../src/people/index.ts';
import { type ImportInput, importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { type Cell, doubleSheet, edited, xlsx } from './xlsx.ts';

const UNITS = ['编码', '名称', '层级', '县区', '排序', '偏远类别'];
const PEOPLE = ['姓名', '单位编码', 'open_id', '角色'];
const units: Cell[][] = [
  UNITS,
  ['001', '市委办公室', '两办', null, null, null],
  ['0201', '望泉县委办公室', '两办', '望泉县', null, null],
  ['0211', '柳溪镇', '乡镇街道', '望泉县', null, '二类'],
];
const persons: Cell[][] = [
  PEOPLE,
  ['李晓禾', '001', 'ou_li', '统筹员；系统管理员'],
  ['王知远', '0211', 'ou_wang', '干部'],
];

let runtime: TestRuntime;
let unknown: Set<string>;
beforeEach(() => {
  runtime = testRuntime();
  unknown = new Set();
});

function importing(file: Uint8Array, more: Partial<ImportInput> = {}) {
  return perform(
    runtime.store,
    () => testCtx(runtime, { kind: 'cli', name: 'import' }),
    (ctx) =>
      importWorkbook(ctx, {
        file,
        dryRun: false,
        sheets: people.sheets as Sheet[],
        unknownPeople: async (openIds) => new Set(openIds.filter((id) => unknown.has(id))),
        ...more,
      }),
  );
}

async function stored() {
  const { db } = runtime.store;
  return {
    units: await db.select().from(unit).orderBy(unit.sort, unit.code),
    people: await db.select().from(person).orderBy(person.openId),
    grants: await db.select().from(grant).orderBy(grant.openId, grant.unit, grant.role),
    audit: await db.select().from(audit),
  };
}

const nothing = { units: [], people: [], grants: [], audit: [] };

describe('a good workbook', () => {
  it('is stored in one go, with one audit row, codes as text', async () => {
    const result = await importing(await xlsx({ 单位: units, 人员: persons }));
    expect(result).toEqual({ ok: true, imported: { 单位: 3, 人员: 2 }, refused: [] });
    const now = await stored();
    expect(now.units.map((row) => [row.code, row.tier, row.county, row.sort])).toEqual([
      ['001', 'office', '', 2],
      ['0201', 'office', '望泉县', 3],
      ['0211', 'township', '望泉县', 4],
    ]);
    expect(now.grants.map((row) => `${row.openId} ${row.unit} ${row.role}`)).toEqual([
      'ou_li 001 admin',
      'ou_li 001 coordinator',
      'ou_wang 0211 cadre',
    ]);
    expect(now.audit).toMatchObject([
      { actor: 'cli:import', action: 'system.import', data: { imported: { 单位: 3, 人员: 2 } } },
    ]);
  });

  it('as a dry run says the same and stores nothing', async () => {
    const result = await importing(await xlsx({ 单位: units, 人员: persons }), { dryRun: true });
    expect(result).toEqual({ ok: true, imported: { 单位: 3, 人员: 2 }, refused: [] });
    expect(await stored()).toEqual(nothing);
  });

  it('again: known rows are updated, roles are added, nothing is deleted', async () => {
    await importing(await xlsx({ 单位: units, 人员: persons }));
    const again = await xlsx({
      单位: [UNITS, ['0211', '柳溪街道', '乡镇街道', '望泉县', null, null]],
      人员: [PEOPLE, ['李小禾', '001', 'ou_li', '核稿岗']],
    });
    expect(await importing(again)).toMatchObject({ ok: true, imported: { 单位: 1, 人员: 1 } });
    const now = await stored();
    expect(now.units).toHaveLength(3);
    expect(now.units[2]).toMatchObject({ code: '0211', name: '柳溪街道', sort: 4, remoteness: '' });
    expect(now.people.map((row) => row.name)).toEqual(['李小禾', '王知远']);
    expect(now.grants.filter((row) => row.openId === 'ou_li').map((row) => row.role)).toEqual([
      'admin',
      'coordinator',
      'reviewer',
    ]);
  });

  it('keeps what the person decided: opt-out, welcome, absence', async () => {
    await importing(await xlsx({ 单位: units, 人员: persons }));
    await runtime.store.db.update(person).set({ muted: true, greetedAt: 5, gone: true });
    await importing(await xlsx({ 单位: units, 人员: persons }));
    expect((await stored()).people).toMatchObject([
      { muted: true, greetedAt: 5, gone: true },
      { muted: true, greetedAt: 5, gone: true },
    ]);
  });

  it('reads headings as people decorate them, and leaves optional columns away', async () => {
    const file = await xlsx({
      单位: [
        ['名称 *', '层级*（市直、县区直、乡镇街道、村社区、两办）', ' 编 码＊'],
        ['市财政局', '市直', 7],
      ],
      Sheet2: [],
    });
    expect(await importing(file)).toEqual({ ok: true, imported: { 单位: 1 }, refused: [] });
    expect((await stored()).units).toMatchObject([{ code: '7', name: '市财政局', county: '' }]);
  });

  it('reads cells plainly and counts rows as the spreadsheet shows them', async () => {
    const seen: unknown[] = [];
    const sheet: Sheet = {
      ...doubleSheet('历史数据', ['月份', '数量', '日期', '应急', '说明']),
      async check(_, rows) {
        seen.push(...rows);
        return [];
      },
    };
    const file = await xlsx({
      历史数据: [
        ['月份', '数量', '日期', '应急', '说明'],
        [],
        ['2026-06', 12, new Date(Date.UTC(2026, 6, 1)), true, '　两个　字 \r\n 第二行 '],
        [null, null, null, null, null],
        ['0012', 0.1 + 0.2, null, false, 0],
      ],
    });
    await importing(file, { sheets: [sheet] });
    expect(seen).toEqual([
      {
        number: 3,
        cells: { 月份: '2026-06', 数量: '12', 日期: '2026-07-01', 应急: '是', 说明: '两个字 \n 第二行' },
      },
      { number: 5, cells: { 月份: '0012', 数量: '0.3', 日期: '', 应急: '否', 说明: '0' } },
    ]);
  });

  it.each([
    ['联络员；政策编辑', ['联络员', '政策编辑']],
    ['联络员;政策编辑;;联络员； ', ['联络员', '政策编辑']],
    ['', []],
    [undefined, []],
  ])('several values in a cell: %s', (cell, expected) => {
    expect(splitList(cell)).toEqual(expected);
  });
});

describe('refused rows', () => {
  const good = { 单位: units, 人员: persons };
  const unitRow = (...cells: Cell[]) => ({ ...good, 单位: [...units, cells] });
  const personRow = (...cells: Cell[]) => ({ ...good, 人员: [...persons, cells] });

  it.each<[string, Record<string, Cell[][]>, [string, number, string, RegExp]]>([
    ['unknown sheet', { ...good, 花名册: [['姓名']] }, ['花名册', 1, '', /没有名为“花名册”的表.*单位、人员/]],
    ['missing heading', { 单位: [['编码', '名称']] }, ['单位', 1, '层级', /缺少“层级”/]],
    ['unknown heading', { 单位: [[...UNITS, '电话']] }, ['单位', 1, '电话', /没有“电话”这一列.*编码、名称/]],
    ['repeated heading', { 单位: [[...UNITS, '编码*']] }, ['单位', 1, '编码', /出现了两次/]],
    [
      'heading left out',
      { 单位: [UNITS, ['1', '甲', '两办', null, 1, null, '乙']] },
      ['单位', 1, 'G', /G 列/],
    ],
    ['no heading row', { 单位: [[], ['1', '甲', '两办']] }, ['单位', 1, '', /第 1 行应是标题行/]],
    ['missing code', unitRow(null, '市财政局', '市直'), ['单位', 5, '编码', /不能空着/]],
    ['code with a separator', unitRow('1；2', '市财政局', '市直'), ['单位', 5, '编码', /不能有空格、逗号/]],
    ['repeated code', unitRow('001', '市政府办公室', '两办'), ['单位', 5, '编码', /与第 2 行重复/]],
    [
      'unknown tier',
      unitRow('9', '某局', '县级'),
      ['单位', 5, '层级', /市直、县区直、乡镇街道、村社区、两办/],
    ],
    ['county unit without county', unitRow('9', '某局', '县区直'), ['单位', 5, '县区', /要写明所属县区/]],
    ['township without county', unitRow('9', '某镇', '乡镇街道'), ['单位', 5, '县区', /要写明所属县区/]],
    ['village without county', unitRow('9', '某村', '村社区'), ['单位', 5, '县区', /要写明所属县区/]],
    ['city unit with county', unitRow('9', '某局', '市直', '望泉县'), ['单位', 5, '县区', /请留空/]],
    ['order that is no number', unitRow('9', '某局', '市直', null, '一'), ['单位', 5, '排序', /整数/]],
    ['phone in a unit name', unitRow('9', '某局13800138000', '市直'), ['单位', 5, '名称', /手机号/]],
    [
      'identity number (BR-34)',
      unitRow('9', '某局 410181199003078888', '市直'),
      ['单位', 5, '名称', /身份证/],
    ],
    [
      'identity with X, full width',
      personRow('张三', '001', '４１０１８１１９９００３０７８８８Ｘ', '干部'),
      ['人员', 4, 'open_id', /身份证/],
    ],
    ['phone as a name', personRow('138 0013 8000', '001', 'ou_z', '干部'), ['人员', 4, '姓名', /手机号/]],
    [
      'phone as open_id',
      personRow('张三', '001', '+8613800138000', '干部'),
      ['人员', 4, 'open_id', /手机号/],
    ],
    [
      'unknown unit',
      personRow('张三', '999', 'ou_z', '干部'),
      ['人员', 4, '单位编码', /没有编码为“999”的单位/],
    ],
    ['open_id with blanks', personRow('张三', '001', 'ou z', '干部'), ['人员', 4, 'open_id', /字母、数字/]],
    [
      'open_id too long',
      personRow('张三', '001', `ou_${'a'.repeat(62)}`, '干部'),
      ['人员', 4, 'open_id', /64/],
    ],
    [
      'unknown to the platform',
      personRow('张三', '001', 'ou_stranger', '干部'),
      ['人员', 4, 'open_id', /飞书里查不到/],
    ],
    [
      'unknown role',
      personRow('张三', '001', 'ou_z', '联络员；组长'),
      ['人员', 4, '角色', /没有“组长”这个角色/],
    ],
    ['no role', personRow('张三', '001', 'ou_z', null), ['人员', 4, '角色', /不能空着/]],
    [
      'the same post twice',
      personRow('李晓禾', '001', 'ou_li', '核稿岗'),
      ['人员', 4, '单位编码', /与第 2 行/],
    ],
    [
      'another name',
      personRow('李晓荷', '0201', 'ou_li', '统筹员'),
      ['人员', 4, '姓名', /与第 2 行相同而姓名不同/],
    ],
    [
      'coordinator in a township',
      personRow('张三', '0211', 'ou_z', '统筹员'),
      ['人员', 4, '角色', /不设统筹员/],
    ],
  ])('%s', async (_, sheets, [sheet, row, column, reason]) => {
    unknown.add('ou_stranger');
    const result = await importing(await xlsx(sheets));
    expect(result).toEqual({
      ok: false,
      imported: {},
      refused: [{ sheet, row, column, reason: expect.stringMatching(reason) }],
    });
    expect(await stored()).toEqual(nothing);
  });

  it('lists every refused row of every sheet, from top to bottom, and stores not even the good ones', async () => {
    unknown.add('ou_wang');
    const file = await xlsx({
      单位: [...units, ['x y', '', '县级', null, '-1', null], [], ['001', '某局', '市直', null, null, null]],
      人员: [...persons, ['', '404', 'ou_q', '书记']],
      花名册: [['姓名']],
    });
    const { ok, refused } = await importing(file);
    expect(ok).toBe(false);
    expect(refused.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`)).toEqual([
      '单位 5 名称',
      '单位 5 编码',
      '单位 5 层级',
      '单位 5 排序',
      '单位 7 编码',
      '人员 3 open_id',
      '人员 4 姓名',
      '人员 4 单位编码',
      '人员 4 角色',
      '花名册 1 ',
    ]);
    expect(await stored()).toEqual(nothing);
  });

  it('a post at a unit that only the database knows is fine, and so are two posts of one person', async () => {
    await importing(await xlsx({ 单位: units }));
    const file = await xlsx({
      人员: [PEOPLE, ['李晓禾', '001', 'ou_li', '统筹员'], ['李晓禾', '0201', 'ou_li', '干部']],
    });
    expect(await importing(file)).toMatchObject({ ok: true, imported: { 人员: 2 } });
  });

  it('says so when the platform cannot be asked, and stores nothing', async () => {
    const unknownPeople = () =>
      Promise.reject(
        new PlatformError({ kind: 'network', code: 0, retryable: true, hint: '请检查出口网络' }),
      );
    const result = await importing(await xlsx(good), { unknownPeople });
    expect(result.refused).toEqual([
      {
        sheet: '人员',
        row: 0,
        column: '',
        reason: expect.stringMatching(/问不到飞书.*什么都没有导入.*出口网络/),
      },
    ]);
    expect(await stored()).toEqual(nothing);
  });
});

describe('cells that hold no plain value', () => {
  it.each([
    ['formula', '<c r="B2" t="str"><f>A1&amp;"x"</f><v>某局</v></c>', 2, '名称', /公式/],
    ['formula without a result', '<c r="E3"><f>1+1</f></c>', 3, '排序', /公式/],
    ['formula error', '<c r="F4" t="e"><v>#N/A</v></c>', 4, '偏远类别', /出错的公式/],
  ])('%s', async (_, cell, row, column, reason) => {
    const [, place = ''] = /r="(\w+)"/.exec(cell) ?? [];
    const file = edited(await xlsx({ 单位: units, 人员: persons }), 1, (xml) =>
      xml.includes(`r="${place}"`)
        ? xml.replace(new RegExp(`<c r="${place}"[^>]*>.*?</c>`), cell)
        : xml.replace(new RegExp(`(<row r="${row}">.*?)(</row>)`), `$1${cell}$2`),
    );
    const { refused } = await importing(file);
    expect(refused).toContainEqual({ sheet: '单位', row, column, reason: expect.stringMatching(reason) });
    expect(await stored()).toEqual(nothing);
  });

  it('merged cells', async () => {
    const file = edited(await xlsx({ 单位: units }), 1, (xml) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="D3:D4"/></mergeCells>'),
    );
    expect((await importing(file)).refused).toEqual([
      { sheet: '单位', row: 3, column: '县区', reason: expect.stringMatching(/合并单元格/) },
    ]);
  });
});
