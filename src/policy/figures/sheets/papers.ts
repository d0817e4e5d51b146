import type { FigureDefinition } from '../rules/definition.ts';
import { basis, clause, item, phone, text } from './columns.ts';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五'] as const;
const WEEKS = ['第一周', '第二周', '第三周', '第四周', '最后一周'] as const;

/** LOC-21 … LOC-28: documents, meetings, inspections, and how they are counted. */
export const papers: readonly FigureDefinition[] = [
  {
    code: 'LOC-21',
    group: 'papers',
    shape: 'rows',
    columns: [item, text, basis],
    dated: 'table',
    starters: ['发文计划', '会议计划'],
    keptIn: 'plans',
  },
  {
    code: 'LOC-22',
    group: 'papers',
    shape: 'rows',
    columns: [item, clause, text],
    dated: 'table',
    starters: ['22 条', '36 条', '篇幅', '创新比例', '退文程序'],
  },
  {
    code: 'LOC-23',
    group: 'papers',
    shape: 'fields',
    columns: [
      { title: '星期', kind: 'choice', options: WEEKDAYS, hint: '每周哪天是无会日' },
      { title: '周次', kind: 'choice', options: WEEKS, hint: '每月哪一周是无会周' },
      { title: '天数', kind: 'number', max: 60, whole: true, hint: '开会要提前几天报备' },
      { title: '说明', kind: 'long' },
      basis,
    ],
    dated: 'table',
  },
  {
    code: 'LOC-24',
    group: 'papers',
    shape: 'rows',
    columns: [item, { title: '口径', kind: 'long' }, basis],
    dated: 'table',
    starters: ['套开的会', '视频会', '转发的文件'],
    keptIn: 'counting-rules',
  },
  {
    code: 'LOC-25',
    group: 'papers',
    shape: 'rows',
    columns: [item, text, basis],
    dated: 'table',
    starters: ['填报单位', '截止规则'],
    keptIn: 'reporting',
  },
  {
    code: 'LOC-26',
    group: 'papers',
    shape: 'rows',
    columns: [item, text, basis],
    dated: 'table',
    starters: ['提醒', '预警', '纠偏'],
    keptIn: 'warning-rules',
  },
  {
    code: 'LOC-27',
    group: 'papers',
    shape: 'rows',
    columns: [item, text, basis],
    dated: 'table',
    starters: ['怎么查', '没有备案怎么办'],
    keptIn: 'filings',
  },
  {
    code: 'LOC-28',
    group: 'papers',
    shape: 'rows',
    columns: [{ ...text, hint: '单独考核由哪里批准' }, phone],
    dated: undefined,
  },
];
