import type { FigureColumn } from '../rules/definition.ts';

/** LOC-36, shown by 关于 and wherever somebody has to be asked. */
export const contactColumns = { office: '科室', phone: '电话', hours: '时段' } as const;

/** Columns of the standards that the calculators use. */
export const figureColumns = {
  from: '起年',
  until: '止年',
  amount: '月额',
  township: '乡镇',
  category: '类别',
  extra: '加发月额',
  post: '职务',
  level: '表彰级别',
  share: '比例',
  step: '环节',
  days: '工作日数',
  since: '生效日',
} as const;

/** The day from which a table counts: in the workbook a column, in a form one field for the whole table. */
export const SINCE = figureColumns.since;

export const item: FigureColumn = { title: '项目', kind: 'text' };
export const text: FigureColumn = { title: '内容', kind: 'long' };
export const clause: FigureColumn = { title: '条款', kind: 'text', hint: '如“第五条”' };
export const basis: FigureColumn = { title: '依据', kind: 'text', hint: '文件名和文号' };
export const phone: FigureColumn = { title: contactColumns.phone, kind: 'phone' };
export const yesNo = ['是', '否'] as const;

/** Days that a step may take: the calculator knows no longer ones. */
export const workdays: FigureColumn = {
  title: figureColumns.days,
  kind: 'number',
  min: 1,
  max: 365,
  whole: true,
};
