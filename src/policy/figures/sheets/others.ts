import type { FigureDefinition } from '../rules/definition.ts';
import { basis, clause, contactColumns, item, phone, text } from './columns.ts';

/** LOC-29 … LOC-37: research, training, cadres, and the bot itself. */
export const others: readonly FigureDefinition[] = [
  {
    code: 'LOC-29',
    group: 'cadres',
    shape: 'fields',
    columns: [
      { title: '天数', kind: 'number', min: 1, max: 60, whole: true, hint: '几天以内的调研要统筹合并' },
      { title: '负责科室', kind: 'text' },
      phone,
      basis,
    ],
    dated: 'table',
  },
  {
    code: 'LOC-30',
    group: 'cadres',
    shape: 'rows',
    columns: [item, text, basis],
    dated: 'table',
    starters: ['报名办法', '学历教育条件'],
    keptIn: 'courses',
  },
  {
    code: 'LOC-31',
    group: 'cadres',
    shape: 'rows',
    columns: [item, text],
    dated: 'table',
    starters: ['联系点怎么定', '找谁问'],
    keptIn: 'groups',
  },
  {
    code: 'LOC-32',
    group: 'cadres',
    shape: 'fields',
    columns: [
      { title: '走访', kind: 'number', min: 1, max: 100, whole: true, hint: '每半年每个联系点不少于几次' },
      { title: '谈话', kind: 'number', min: 1, max: 100, whole: true, hint: '每半年每个联系点不少于几次' },
      { title: '截止', kind: 'text', hint: '如“6 月 30 日、12 月 31 日”' },
      basis,
    ],
    dated: 'table',
  },
  {
    code: 'LOC-33',
    group: 'cadres',
    shape: 'rows',
    columns: [
      { title: '年度', kind: 'number', min: 2000, max: 2100, whole: true },
      item,
      clause,
      text,
      { title: '名额', kind: 'number', whole: true },
    ],
    dated: undefined,
  },
  {
    code: 'LOC-34',
    group: 'bot',
    shape: 'rows',
    columns: [
      item,
      { title: '是否已采', kind: 'choice', options: ['有', '无'] },
      { title: '字段对应', kind: 'text' },
    ],
    dated: 'table',
    starters: ['发文数', '会议数', '督查检查考核数'],
  },
  {
    code: 'LOC-35',
    group: 'bot',
    shape: 'rows',
    columns: [
      item,
      { title: '编号', kind: 'text' },
      { title: '日期', kind: 'day' },
      { title: '说明', kind: 'text' },
    ],
    dated: undefined,
    starters: ['应用备案', '上级模型资源'],
    keptIn: 'filing-number',
  },
  {
    code: 'LOC-36',
    group: 'bot',
    shape: 'rows',
    columns: [
      { title: contactColumns.office, kind: 'text', required: true },
      { ...phone, required: true },
      { title: contactColumns.hours, kind: 'text', hint: '如“工作日 8:30—18:00”' },
    ],
    dated: undefined,
  },
  {
    code: 'LOC-37',
    group: 'bot',
    shape: 'fields',
    columns: [
      { title: '起', kind: 'time', hint: '几点起不打扰，如 18:00' },
      { title: '止', kind: 'time', hint: '到第二天几点' },
      { title: '审批人', kind: 'text', hint: '应急时谁批准例外；写岗位，不写姓名' },
      { title: '应急例外', kind: 'long' },
    ],
    dated: undefined,
  },
];
