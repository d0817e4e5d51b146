import * as fc from 'fast-check';
import type {
  ActionButton,
  Block,
  Button,
  Card,
  Field,
  PanelBlock,
  TableBlock,
} from '../../src/chat/card.ts';
import { colour, link, type Rich, rich } from '../../src/chat/rich.ts';

/** Arbitrary cards that keep the rules of the card language, with text as hostile as a person can type. */

const hostile = fc.constantFrom(
  '<at id=all></at>',
  '<font color="red">x</font>',
  '[链接](https://evil.example)',
  '**粗** _斜_ ~~删~~ `码`',
  '# 标题\n- 项\n1. 一\n> 引\n```\n码\n```',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '---',
  '&lt;at id=all&gt;',
  '\u202e反',
  '',
);
const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 12, unit: 'grapheme' }) },
  { weight: 1, arbitrary: hostile },
);

const richText: fc.Arbitrary<Rich | string> = fc.oneof(
  text,
  text.map((value) => rich`共 **${value}** 件`),
  text.map((value) => rich`${colour(value, 'red')}\n${link(value, 'https://example.cn/a(b)?c=d e')}`),
);

const value = fc.dictionary(fc.constantFrom('round', 'unit', 'a', 'v'), fc.oneof(text, fc.integer()));
const confirm = fc.record({ title: text, text });

const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record(
    {
      text,
      action: fc.constantFrom('counts.submit', 'visits.record'),
      value,
      style: fc.constantFrom('primary' as const, 'default' as const, 'danger' as const),
      confirm,
    },
    { requiredKeys: ['text', 'action'] },
  ),
  fc.record({ text, url: fc.webUrl() }),
);

const option = fc.record({ text, value: fc.string({ maxLength: 6 }) });
const options = fc.uniqueArray(option, { maxLength: 5, selector: (each) => each.value });

/** Names are given afterwards, so that they are unique. */
const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('input' as const),
      name: fc.constant(''),
      label: text,
      value: text,
      hint: fc.string({ maxLength: 150 }),
      lines: fc.integer({ min: 1, max: 10 }),
      maxLength: fc.integer({ min: 1, max: 1000 }),
      required: fc.boolean(),
    },
    { requiredKeys: ['kind', 'name', 'label'] },
  ),
  fc.record(
    {
      kind: fc.constant('select' as const),
      name: fc.constant(''),
      label: text,
      options,
      value: text,
      required: fc.boolean(),
    },
    { requiredKeys: ['kind', 'name', 'label', 'options'] },
  ),
  fc.record(
    {
      kind: fc.constant('checklist' as const),
      name: fc.constant(''),
      label: text,
      options,
      values: fc.array(text, { maxLength: 3 }),
    },
    { requiredKeys: ['kind', 'name', 'label', 'options'] },
  ),
  fc.record(
    {
      kind: fc.constant('multi-select' as const),
      name: fc.constant(''),
      label: text,
      options,
      values: fc.array(text, { maxLength: 3 }),
    },
    { requiredKeys: ['kind', 'name', 'label', 'options'] },
  ),
  fc.record(
    {
      kind: fc.constant('date' as const),
      name: fc.constant(''),
      label: text,
      value: fc.constant('2026-07-01'),
    },
    { requiredKeys: ['kind', 'name', 'label'] },
  ),
);

const textBlock = fc.record({ kind: fc.constant('text' as const), text: richText });
const noteBlock = fc.record({ kind: fc.constant('note' as const), text });
const factsBlock = fc.record({
  kind: fc.constant('facts' as const),
  facts: fc.array(fc.record({ label: text, value: richText }), { maxLength: 5 }),
});
const chartBlock = fc.record(
  {
    kind: fc.constant('chart' as const),
    spec: fc.constant({ type: 'line', data: { values: [{ x: '07', y: 3 }] }, xField: 'x', yField: 'y' }),
    text,
    ratio: fc.constantFrom('16:9' as const, '4:3' as const),
  },
  { requiredKeys: ['kind', 'spec', 'text'] },
);
const buttonsBlock = fc.record({
  kind: fc.constant('buttons' as const),
  buttons: fc.array(button, { maxLength: 4 }),
});
const panelBlock: fc.Arbitrary<PanelBlock> = fc.record({
  kind: fc.constant('panel' as const),
  title: text,
  open: fc.boolean(),
  blocks: fc.array(fc.oneof(textBlock, noteBlock, factsBlock, chartBlock, buttonsBlock), { maxLength: 3 }),
});
const tableBlock: fc.Arbitrary<TableBlock> = fc.record({
  kind: fc.constant('table' as const),
  columns: fc.constant([
    { name: 'unit', title: '单位', type: 'text' as const },
    { name: 'count', title: '件数', type: 'number' as const, digits: 1 },
  ]),
  rows: fc.array(
    fc
      .record({ unit: text, count: fc.oneof(fc.integer(), fc.constant('—')) }, { requiredKeys: ['unit'] })
      .map((row): TableBlock['rows'][number] => ({ ...row })),
    { maxLength: 5 },
  ),
  pageSize: fc.integer({ min: 0, max: 50 }),
});
const formBlock = fc
  .record({
    fields: fc.array(field, { maxLength: 6 }),
    submit: button.filter((each): each is ActionButton => 'action' in each),
  })
  .map(({ fields, submit }) => ({
    kind: 'form' as const,
    name: 'form1',
    fields: fields.map((each, i) => ({ ...each, name: `field${i}` })),
    submit,
  }));

const anywhere: fc.Arbitrary<Block> = fc.oneof(
  textBlock,
  noteBlock,
  factsBlock,
  chartBlock,
  buttonsBlock,
  panelBlock,
  fc.constant({ kind: 'divider' as const }),
);

export const cards: fc.Arbitrary<Card> = fc
  .record({
    head: fc.record(
      {
        title: text,
        tone: fc.constantFrom('info', 'success', 'notice', 'warning', 'danger', 'neutral' as const),
        subtitle: text,
        summary: text,
        tags: fc.array(
          fc.record({ text, tone: fc.constantFrom('neutral', 'blue', 'green', 'orange', 'red' as const) }),
          {
            maxLength: 5,
          },
        ),
      },
      { requiredKeys: ['title', 'tone'] },
    ),
    blocks: fc.array(anywhere, { maxLength: 5 }),
    tables: fc.array(tableBlock, { maxLength: 3 }),
    form: fc.option(formBlock, { nil: undefined }),
  })
  .map(({ head, blocks, tables, form }) => ({
    ...head,
    blocks: [...blocks, ...tables, ...(form ? [form] : [])],
  }));
