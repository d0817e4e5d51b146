import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { audit } from '../../db/schema/index.ts';
import type { Sheet } from '../../src/chat/sheet.ts';
import { perform } from '../../src/delivery/perform.ts';
import { people } from '../../src/people/index.ts';
import { exportWorkbook } from '../../src/system/verbs/export-workbook.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { columnLetter } from '../../src/system/workbook/inspect.ts';
import { readWorkbook } from '../../src/system/workbook/read.ts';
import { writeWorkbook } from '../../src/system/workbook/write.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { doubleSheet, xlsx } from './xlsx.ts';

const unknownPeople = async () => new Set<string>();

function load(runtime: TestRuntime, sheets: readonly Sheet[], file: Uint8Array) {
  return perform(
    runtime.store,
    () => testCtx(runtime),
    (ctx) => importWorkbook(ctx, { file, dryRun: false, sheets, unknownPeople }),
  );
}

function save(runtime: TestRuntime, sheets: readonly Sheet[]) {
  return perform(
    runtime.store,
    () => testCtx(runtime),
    (ctx) => exportWorkbook(ctx, { sheets }),
  );
}

describe('the exported workbook', () => {
  it('says at the foot of every printed page what it is not for (BR-06), and in no cell', async () => {
    const { file } = await save(testRuntime(), people.sheets ?? []);
    const pages = Object.entries(unzipSync(file)).filter(([name]) => /worksheets\/sheet\d+\.xml/.test(name));
    expect(pages.length).toBe(people.sheets?.length);
    for (const [, page] of pages)
      expect(strFromU8(page)).toContain('<oddFooter>&amp;C仅供统筹调度，不作考核依据</oddFooter>');
    expect(JSON.stringify(await readWorkbook(file))).not.toContain('不作考核依据');
  });

  it('imports again to the same data', async () => {
    const kept: Record<string, string>[] = [];
    const sheets = [doubleSheet('本地标准', ['编号', '内容'], kept), ...(people.sheets ?? [])];
    const first = testRuntime();
    await load(
      first,
      sheets,
      await xlsx({
        单位: [
          ['编码', '名称', '层级', '县区', '排序', '偏远类别'],
          ['0007', '市财政局', '市直', null, 20, null],
          ['0211', '柳溪镇', '乡镇街道', '望泉县', 10, '二类'],
        ],
        人员: [
          ['姓名', '单位编码', 'open_id', '角色'],
          ['李晓禾', '0007', 'ou_li', '政策编辑；联络员'],
          ['李晓禾', '0211', 'ou_li', '干部'],
        ],
        本地标准: [
          ['编号', '内容'],
          ['LOC-01', '第一行\n=SUM(A1)；<b>&amp;"'],
        ],
      }),
    );
    const { file, exported } = await save(first, sheets);
    expect(exported).toEqual({ 本地标准: 1, 单位: 2, 人员: 2, 单位撤并: 0 });

    const second = testRuntime();
    expect(await load(second, sheets, file)).toMatchObject({ ok: true, imported: { 单位: 2, 人员: 2 } });
    expect(kept).toEqual([{ 编号: 'LOC-01', 内容: '第一行\n=SUM(A1)；<b>&amp;"' }]);
    for (const sheet of sheets)
      expect(await sheet.dump(testCtx(second))).toEqual(await sheet.dump(testCtx(first)));
    expect(await save(second, sheets)).toEqual({ file, exported });
  });

  it('has its sheets in contract order, headings marked, and is audited', async () => {
    const runtime = testRuntime();
    const names = ['政策问答', '口径', '人员', '单位', '考察组', '别的'];
    const { file } = await save(
      runtime,
      names.map((name) => doubleSheet(name, ['编号', '说明'])),
    );
    const sheets = await readWorkbook(file);
    expect(sheets.map((sheet) => sheet.name)).toEqual(['单位', '人员', '口径', '考察组', '政策问答', '别的']);
    expect(sheets[0]?.rows).toEqual([['编号*', '说明']]);
    expect(await runtime.store.db.select().from(audit)).toMatchObject([{ action: 'system.export' }]);
  });

  it('keeps text as text and numbers as numbers, whatever they look like', async () => {
    const text = fc
      .string({ unit: fc.constantFrom(...'0019=-+@月；<&"\'a \n'.split('')) })
      .map((value) => value.trim())
      .filter((value) => value !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.integer()), { minLength: 1 }), async (pairs) => {
        const sheet = doubleSheet('单位', ['编码', '数']);
        const file = await writeWorkbook([sheet], () => pairs.map(([a, b]) => ({ 编码: a, 数: b })));
        const [raw] = await readWorkbook(file);
        expect(raw?.rows.slice(1)).toEqual(pairs.map(([a, b]) => [a, String(b)]));
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [27, 'AB'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (column, letter) => {
    expect(columnLetter(column)).toBe(letter);
  });
});
