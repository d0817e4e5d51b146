import { smalls } from '../../self-checks/words-small.ts';
import type { FigureDefinition } from '../rules/definition.ts';
import { basis, figureColumns as c, item, phone } from './columns.ts';

const FIVE = Object.values(smalls);

/** LOC-10 … LOC-15: the five small places, lodgings, posts. */
export const small: readonly FigureDefinition[] = [
  {
    code: 'LOC-10',
    group: 'five-small',
    shape: 'rows',
    columns: [
      item,
      { title: '面积', kind: 'text', hint: '如“不超过 80 平方米”' },
      { title: '造价', kind: 'text' },
      { title: '配置', kind: 'text' },
      { title: '禁止项', kind: 'text' },
    ],
    dated: 'table',
    starters: FIVE,
  },
  {
    code: 'LOC-11',
    group: 'five-small',
    shape: 'rows',
    columns: [
      { title: '年度', kind: 'number', min: 2000, max: 2100, whole: true },
      item,
      { title: '金额', kind: 'money', hint: '元' },
    ],
    dated: undefined,
  },
  {
    code: 'LOC-12',
    group: 'five-small',
    shape: 'rows',
    columns: [item, { title: '牵头', kind: 'text' }, { title: '配合', kind: 'text' }, phone],
    dated: 'table',
    starters: FIVE,
  },
  {
    code: 'LOC-13',
    group: 'five-small',
    shape: 'fields',
    columns: [
      { title: '面积', kind: 'text', hint: '如“人均不超过 25 平方米”' },
      { title: '入住条件', kind: 'long' },
      { title: '租金', kind: 'text' },
      { title: '腾退', kind: 'long' },
      basis,
    ],
    dated: 'table',
  },
  {
    code: 'LOC-14',
    group: 'staff',
    shape: 'rows',
    columns: [
      { title: c.township, kind: 'unit' },
      { title: '编制数', kind: 'number', whole: true },
      { title: '空编', kind: 'number', whole: true },
      { title: '专项编制', kind: 'number', whole: true },
      { title: '时点', kind: 'day', hint: '到哪天为止的数' },
    ],
    dated: undefined,
  },
  {
    code: 'LOC-15',
    group: 'staff',
    shape: 'rows',
    columns: [
      item,
      { title: '名额', kind: 'number', whole: true },
      { title: '期限', kind: 'text', hint: '如“一年”' },
      { title: '服务年限', kind: 'number', hint: '年' },
      basis,
    ],
    dated: 'table',
    starters: ['墩苗', '育苗', '招录人员'],
  },
];
