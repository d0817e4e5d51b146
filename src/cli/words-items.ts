import type { ExportImportResult } from '../counts/items/verbs/import-export.ts';

const monthText = (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;

/** What the operator reads of an office-automation export. */
export const itemWords = {
  usage: '<导出表.xlsx> --unit <单位编码> [--indicator 发文|会议|督查检查考核] [--dry-run]',
  badIndicator: (value: string) => `指标“${value}”读不懂，只能写：发文、会议、督查检查考核。`,
  unknownUnit: (code: string) => `没有编码为“${code}”的单位。`,
  /** The indicator meant where none is named. */
  usual: '发文',
  done({ fresh, changed, known, repeated, months }: ExportImportResult, dryRun: boolean): string[] {
    return [
      `${dryRun ? '检查通过，没有写入。导入后' : '已导入：'}新增 ${fresh} 条，改动 ${changed} 条，已登记过 ${known} 条，表内重复 ${repeated.length} 条（只算一次）。`,
      ...months.map(({ month, items }) => `  ${monthText(month)}　新增 ${items} 条`),
      ...repeated.map(({ row, first }) => `  第 ${row} 行与第 ${first} 行是同一件，只算一次`),
    ];
  },
};
