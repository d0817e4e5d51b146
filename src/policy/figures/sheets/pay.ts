import type { FigureDefinition } from '../rules/definition.ts';
import { basis, figureColumns as c, item, text, yesNo } from './columns.ts';

/** LOC-01 … LOC-09: what is paid in townships and villages. */
export const pay: readonly FigureDefinition[] = [
  {
    code: 'LOC-01',
    group: 'pay',
    shape: 'rows',
    columns: [
      { title: c.from, kind: 'number', required: true, hint: '满几年，含这一年' },
      { title: c.until, kind: 'number', hint: '不满几年；最后一档留空' },
      { title: c.amount, kind: 'money', required: true, hint: '元/月' },
    ],
    dated: 'table',
    bands: { from: c.from, until: c.until },
  },
  {
    code: 'LOC-02',
    group: 'pay',
    shape: 'rows',
    columns: [
      { title: c.township, kind: 'unit', required: true, hint: '写法和名册一致' },
      { title: c.category, kind: 'text', hint: '如“一类”' },
      { title: c.extra, kind: 'money', zero: true, required: true, hint: '元/月；不再加发的写 0' },
    ],
    dated: { by: c.township },
    unique: c.township,
  },
  {
    code: 'LOC-03',
    group: 'pay',
    shape: 'fields',
    columns: [
      { title: '离岗天数', kind: 'number', max: 366, whole: true, hint: '连续离岗满几天停发' },
      { title: '借调', kind: 'long' },
      { title: '脱产', kind: 'long' },
      { title: '病假', kind: 'long' },
      { title: '产假', kind: 'long' },
      { title: '跨乡镇累计', kind: 'text', hint: '几个乡镇的年限加不加在一起' },
      basis,
    ],
    dated: 'table',
  },
  {
    code: 'LOC-04',
    group: 'pay',
    shape: 'rows',
    columns: [{ title: '对象', kind: 'text' }, { title: '是否享受', kind: 'choice', options: yesNo }, basis],
    dated: 'table',
    starters: ['街道干部', '派驻机构人员', '非在编人员'],
  },
  {
    code: 'LOC-05',
    group: 'pay',
    shape: 'rows',
    columns: [item, text, basis],
    dated: 'table',
    starters: ['经费来源', '是否计入绩效总量'],
  },
  {
    code: 'LOC-06',
    group: 'pay',
    shape: 'rows',
    columns: [item, { title: '口径', kind: 'long' }, basis],
    dated: 'table',
  },
  {
    code: 'LOC-07',
    group: 'village',
    shape: 'rows',
    columns: [
      { title: c.post, kind: 'text', required: true },
      { title: c.amount, kind: 'money', required: true, hint: '元/月' },
      { title: '一肩挑规则', kind: 'text' },
    ],
    dated: { by: c.post },
    unique: c.post,
  },
  {
    code: 'LOC-08',
    group: 'village',
    shape: 'rows',
    columns: [
      { title: c.level, kind: 'text', required: true },
      // CW-03
      { title: c.share, kind: 'percent', from: 6, to: 20, required: true, hint: '6%—20%' },
    ],
    dated: { by: c.level },
    unique: c.level,
  },
  {
    code: 'LOC-09',
    group: 'village',
    shape: 'fields',
    columns: [
      { title: '口径', kind: 'long', hint: '哪些算经营性收入，哪些不算' },
      { title: '程序', kind: 'long', hint: '怎么提、谁审、谁批' },
      { title: '公开要求', kind: 'long' },
      { title: '不得领取情形', kind: 'long' },
      basis,
    ],
    dated: 'table',
  },
];
