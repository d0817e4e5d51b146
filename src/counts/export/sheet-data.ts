/** Columns by which the rows of a level are found (contract section 5). */
export const dataColumns = { code: '编码', unit: '单位编码', year: '年份', month: '月份' } as const;
