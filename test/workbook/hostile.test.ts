import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { readWorkbook } from '../../src/system/workbook/read.ts';
import { WorkbookRefused } from '../../src/system/workbook/refused.ts';
import { testCtx, testRuntime } from '../support/ctx.ts';
import { doubleSheet, edited, xlsx } from './xlsx.ts';

const book = () => xlsx({ 单位: [['编码'], ['001']] });
const cell = (reference: string) => (xml: string) =>
  xml.replace(
    '</sheetData>',
    `<row r="${reference.replace(/\D/g, '')}"><c r="${reference}"><v>1</v></c></row></sheetData>`,
  );
/** Writes another unpacked size into the zip's directory (APPNOTE 4.3.12). */
function claiming(zip: Uint8Array, size: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset);
  for (let at = 0; at < zip.length - 46; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return zip;
}
const cfb = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);

describe('files that are no workbook, or too much of one, are refused with one sentence', () => {
  it.each<[string, () => Promise<Uint8Array>, RegExp]>([
    ['empty', async () => new Uint8Array(), /不是 xlsx/],
    ['text', async () => strToU8('编码,名称\n001,市委办公室'), /不是 xlsx/],
    ['old xls, or protected by a password', async () => cfb, /旧版 xls 或加了密码/],
    ['a zip of something else', async () => zipSync({ 'word/document.xml': strToU8('<w/>') }), /不是 xlsx/],
    ['cut off', async () => (await book()).slice(0, 900), /已损坏/],
    ['broken XML', async () => edited(await book(), 1, () => '<worksheet><sheetData><row'), /已损坏/],
    ['larger than 20 MB', async () => new Uint8Array(20 * 1024 * 1024 + 1), /超过 20 MB/],
    ['a zip bomb', async () => claiming(zipSync({ 'xl/a.xml': strToU8('<a/>') }), 200_000_000), /展开后过大/],
    ['entries larger than they claim', async () => claiming(await book(), 10), /已损坏/],
    ['a value in row 50001', async () => edited(await book(), 1, cell('A50001')), /第 50000 行以下/],
    ['a value in the last row', async () => edited(await book(), 1, cell('A1048576')), /第 50000 行以下/],
    ['a value in the last column', async () => edited(await book(), 1, cell('XFD9')), /第 200 列以右/],
    ['nothing in it', async () => xlsx({ 单位: [] }), /没有可以导入的数据/],
    ['headings only', async () => xlsx({ 单位: [['编码']] }), /没有可以导入的数据/],
  ])('%s', async (_, make, reason) => {
    const file = await make();
    const { result, writes } = await importWorkbook(testCtx(testRuntime()), {
      file,
      dryRun: false,
      sheets: [doubleSheet('单位', ['编码'])],
      unknownPeople: async () => new Set(),
    });
    expect(result).toEqual({
      ok: false,
      imported: {},
      refused: [{ sheet: '', row: 0, column: '', reason: expect.stringMatching(reason) }],
    });
    expect(writes).toEqual([]);
  });

  it('formatting far below does no harm', async () => {
    const file = edited(await book(), 1, (xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="A1048576" s="1"/></row></sheetData>'),
    );
    expect(await readWorkbook(file)).toMatchObject([{ name: '单位', rows: [['编码'], ['001']] }]);
  });

  it('50,000 rows are read within seconds', { timeout: 20_000 }, async () => {
    const rows = Array.from({ length: 49_999 }, (_, i) => [`${i}`, '某局', 1]);
    const [sheet] = await readWorkbook(await xlsx({ 单位: [['编码', '名称', '排序'], ...rows] }));
    expect(sheet?.rows).toHaveLength(50_000);
  });

  it('any other failure is a bug and stays one', async () => {
    await expect(readWorkbook(new Uint8Array(3))).rejects.toBeInstanceOf(WorkbookRefused);
    const broken = { ...doubleSheet('单位', ['编码']), check: () => Promise.reject(new TypeError('bug')) };
    const run = importWorkbook(testCtx(testRuntime()), {
      file: await book(),
      dryRun: false,
      sheets: [broken],
      unknownPeople: async () => new Set(),
    });
    await expect(run).rejects.toThrow('bug');
  });
});
