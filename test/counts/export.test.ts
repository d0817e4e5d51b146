import { strFromU8, unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { reportPage } from '../../src/counts/export/page.ts';
import { reportWorkbook } from '../../src/counts/export/workbook.ts';
import { type Report, readReport } from '../../src/counts/read-report.ts';
import { readReview } from '../../src/counts/reviews/read-review.ts';
import { findReview } from '../../src/counts/reviews/repo.ts';
import { releaseWrites } from '../../src/counts/reviews/write-review.ts';
import { perform } from '../../src/delivery/perform.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { actorOf, importTables, sheets, 单位, 历史, 填报, 计划 } from './city.ts';
import { reportingCity } from './report-cards.ts';

const FOOTER = '仅供统筹调度，不作考核依据';

const june = (runtime: TestRuntime, county = ''): Promise<Report> =>
  readReport(testCtx(runtime), { period: '2026-06', county, from: '2026-06', asOf: '2026-06' });

async function exported(runtime: TestRuntime, county = '') {
  return reportWorkbook(testCtx(runtime), await june(runtime, county));
}

/** Getters worked out: what a report says, whoever reads it. */
const plain = (report: Report): unknown => JSON.parse(JSON.stringify(report));

async function imported(file: Uint8Array): Promise<TestRuntime> {
  const runtime = testRuntime('2026-07-10T10:00');
  const result = await perform(
    runtime.store,
    () => testCtx(runtime, { kind: 'cli', name: 'import' }),
    (ctx) =>
      importWorkbook(ctx, { file, dryRun: false, sheets, unknownPeople: async () => new Set<string>() }),
  );
  expect(result.refused).toEqual([]);
  return runtime;
}

/** Cells with a number; SUM passes over text, as a spreadsheet does. */
function cellsOf(file: Uint8Array): Map<string, { formula?: string; value: string }> {
  const xml = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  return new Map(
    [...xml.matchAll(/<c r="([A-Z]+\d+)"(?![^>]* t="s")[^>]*>(?:<f>([^<]*)<\/f>)?<v>([^<]*)<\/v><\/c>/g)].map(
      ([, place = '', formula, value = '']) => [place, { ...(formula ? { formula } : {}), value }],
    ),
  );
}

/** As much of a spreadsheet as the export uses: cells, sums, + - * / and brackets. */
function evaluate(formula: string, cells: ReturnType<typeof cellsOf>): number {
  const number = (place: string) => {
    const cell = cells.get(place);
    return cell?.formula ? evaluate(cell.formula, cells) : Number(cell?.value ?? 0);
  };
  const sum = /^SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)$/.exec(formula);
  if (sum) {
    const [, column = '', from, to] = sum;
    let total = 0;
    for (let row = Number(from); row <= Number(to); row++) total += number(`${column}${row}`);
    return total;
  }
  return arithmetic(formula.replace(/[A-Z]+\d+/g, (place) => `(${number(place)})`));
}

/** + - * / and brackets, by their usual order. */
function arithmetic(text: string): number {
  const tokens = text.match(/\d+(?:\.\d+)?(?:e[+-]?\d+)?|[-+*/()]/g) ?? [];
  expect(tokens.join('')).toBe(text);
  let at = 0;
  const factor = (): number => {
    const token = tokens[at++];
    if (token === '-') return -factor();
    if (token !== '(') return Number(token);
    const value = sum();
    at++;
    return value;
  };
  const product = (): number => {
    let value = factor();
    while (tokens[at] === '*' || tokens[at] === '/')
      value = tokens[at++] === '*' ? value * factor() : value / factor();
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-') value += tokens[at++] === '+' ? product() : -product();
    return value;
  };
  return sum();
}

describe('xlsx', () => {
  it('what is exported imports to the same report in an empty house', async () => {
    const runtime = await reportingCity();
    const other = await imported(await exported(runtime));
    expect(plain(await june(other))).toEqual(plain(await june(runtime)));
    const again = await imported(await exported(other));
    expect(plain(await june(again))).toEqual(plain(await june(runtime)));
  });

  it('with emergencies, unplanned figures, counting rules, an adjusted plan and a county apart', async () => {
    const runtime = await reportingCity();
    await importTables(runtime, {
      单位: [单位('KJ', '青禾县教育局', '县区直', '青禾县')],
      填报名单: [填报('KJ', '发文', '逐件')],
      年度计划: [计划(2026, 'KJ', '发文', 40), 计划(2026, 'NY', '发文', 115)],
      历史数据: [
        ...历史('KJ', '发文', '2026-01', [3, 4, 5], { 计划外: 1, 应急: 2, 口径版本: '2025' }),
        ...历史('NY', '会议', '2026-06', [4], { 计划外: 2, 直达乡镇: 1 }),
      ],
    });
    for (const county of ['', '青禾县']) {
      const other = await imported(await exported(runtime, county));
      expect(plain(await june(other, county))).toEqual(plain(await june(runtime, county)));
      expect((await june(other, county === '' ? '青禾县' : '')).due, 'another level came along').toBe(0);
    }
  });

  it('every formula gives the result that stands beside it, and that of the report', async () => {
    const file = await exported(await reportingCity());
    const cells = cellsOf(file);
    const formulas = [...cells].filter(([, cell]) => cell.formula !== undefined);
    expect(formulas.length).toBeGreaterThan(80);
    for (const [place, { formula = '', value }] of formulas)
      expect(evaluate(formula, cells), `${place} =${formula}`).toBeCloseTo(Number(value), 9);
    expect(cells.get('G5')).toEqual({ formula: 'D5/E5', value: String(185 / 380) });
    expect(cells.get('D5')).toEqual({ formula: 'SUM(D2:D4)', value: '185' });
  });

  it('figures are numbers, what is not defined says why, and the last words are those of BR-06', async () => {
    const [sheet] = await readXlsx((await exported(await reportingCity())).buffer as ArrayBuffer);
    const rows = sheet?.data ?? [];
    expect(rows[0]?.slice(0, 5)).toEqual(['单位', '指标', '当月', '累计', '年计划']);
    expect(rows.slice(1, 5).map((row) => row.slice(0, 4))).toEqual([
      ['市委办公室', '发文', 19, 98],
      ['市农业农村局', '发文', 14, 62],
      ['市教育局', '发文', 5, 25],
      ['合计', '发文', 38, 185],
    ]);
    const inspections = rows.find((row) => row[0] === '市教育局' && row[1] === '督查检查考核');
    expect(inspections?.slice(4, 7)).toEqual(['无计划', '无计划', '无计划']);
    expect(rows.at(-1)?.[0]).toBe(FOOTER);
  });

  it('every printed page ends with the sentence of BR-06', async () => {
    const files = unzipSync(await exported(await reportingCity()));
    const pages = Object.keys(files).filter((name) => /worksheets\/sheet\d+\.xml/.test(name));
    expect(pages.length).toBeGreaterThan(4);
    for (const name of pages)
      expect(strFromU8(files[name] ?? new Uint8Array())).toContain(
        `<headerFooter><oddFooter>&amp;C${FOOTER}</oddFooter></headerFooter>`,
      );
  });
});

describe('page for printing', () => {
  it('stands alone, tells what the report tells, and marks what nobody has released', async () => {
    const runtime = await reportingCity();
    const page = reportPage(await june(runtime));
    expect(page).not.toMatch(/<script|https?:|<link|<img/);
    for (const text of [
      '市级2026年6月发文会议统计',
      '48.7%',
      '<td>+0.3</td>',
      '市农业农村局',
      '<polyline',
      FOOTER,
    ])
      expect(page).toContain(text);
    expect(page.indexOf('市委办公室')).toBeLessThan(page.indexOf('市农业农村局'));
  });

  it('carries the words of the review, with who released it and when', async () => {
    const runtime = await reportingCity('2026-07-10T10:00');
    const actor = await actorOf(runtime, 'ou_zhou');
    const ctx = testCtx(runtime, actor);
    const review = await readReview(ctx, '2026-H1', '');
    await runtime.store.atomically(releaseWrites(ctx, review, '上半年 <总体> 平稳。'));
    const page = reportPage(review.report, await findReview(ctx.db, '2026-H1', ''));
    expect(page).toContain('周统 7月10日（周五）10:00定稿');
    expect(page).toContain('<p>上半年 &lt;总体&gt; 平稳。</p>');
  });
});
