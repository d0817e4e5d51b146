import type { FigureDefinition } from '../rules/definition.ts';
import { figureColumns as c, clause, item, phone, text, workdays } from './columns.ts';

/** LOC-16 … LOC-20: tolerance of mistakes, clearing of names. */
export const tolerance: readonly FigureDefinition[] = [
  {
    code: 'LOC-16',
    group: 'tolerance',
    shape: 'rows',
    columns: [
      { ...item, hint: '负面清单、正面清单会用在容错自查里' },
      clause,
      { ...text, hint: '一个情形一行，或用分号隔开' },
    ],
    dated: 'table',
    starters: ['适用对象', '正面清单', '负面清单', '结果运用'],
  },
  {
    code: 'LOC-17',
    group: 'tolerance',
    shape: 'rows',
    columns: [
      { title: c.step, kind: 'text', required: true },
      { ...workdays, required: true },
      { title: '材料', kind: 'text' },
      { title: '备案', kind: 'text' },
    ],
    dated: { by: c.step },
    unique: c.step,
    starters: ['申请提出', '受理', '调查核实', '结论认定', '启动纠错'],
  },
  {
    code: 'LOC-18',
    group: 'tolerance',
    shape: 'rows',
    columns: [{ title: '机关', kind: 'text' }, phone],
    dated: 'table',
  },
  {
    code: 'LOC-19',
    group: 'tolerance',
    shape: 'rows',
    columns: [clause, text],
    dated: 'table',
  },
  {
    code: 'LOC-20',
    group: 'tolerance',
    shape: 'rows',
    columns: [{ title: c.step, kind: 'text' }, workdays, { title: '申请方式', kind: 'text' }, phone],
    dated: 'table',
    starters: ['申请', '受理', '调查', '澄清'],
  },
];
