import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Card } from '../../src/chat/card.ts';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { clickAnswerJson } from '../../src/feishu/click-answer.ts';
import { cards } from './cards.ts';
import { fixture } from './support.ts';

function elements(...blocks: Block[]): Record<string, unknown>[] {
  const card = cardJson({ title: '月统计', tone: 'info', blocks });
  expect(checkCard(card)).toEqual([]);
  return (card.body as { elements: Record<string, unknown>[] }).elements;
}

describe('the language and the platform agree', () => {
  it('every card that keeps the block rules is taken', () => {
    fc.assert(
      fc.property(cards, (card) => {
        expect(checkCard(cardJson(card))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('the same card is the same JSON, and survives JSON', () => {
    fc.assert(
      fc.property(cards, (card) => {
        const json = cardJson(card);
        expect(cardJson(structuredClone(card))).toEqual(json);
        expect(JSON.parse(JSON.stringify(json))).toEqual(json);
      }),
      { numRuns: 50 },
    );
  });
});

describe('head', () => {
  it('is shared, fills the width and says something in the chat list', () => {
    const card: Card = {
      title: '反弹预警',
      tone: 'warning',
      subtitle: '2026年6月',
      tags: [{ text: '预警', tone: 'orange' }],
      blocks: [],
    };
    expect(cardJson(card)).toMatchObject({
      schema: '2.0',
      config: { update_multi: true, summary: { content: '反弹预警' } },
      header: {
        template: 'orange',
        title: { tag: 'plain_text', content: '反弹预警' },
        subtitle: { content: '2026年6月' },
        text_tag_list: [{ tag: 'text_tag', color: 'orange' }],
      },
    });
    expect(cardJson({ ...card, summary: '请看' })).toMatchObject({
      config: { summary: { content: '请看' } },
    });
  });
});

describe('blocks', () => {
  it('notes are small and grey, and nothing in them is interpreted', () => {
    expect(elements({ kind: 'note', text: '**依据** 第3条' })).toMatchObject([
      {
        tag: 'div',
        text: { tag: 'plain_text', content: '**依据** 第3条', text_size: 'notation', text_color: 'grey' },
      },
    ]);
  });

  it('facts stand two to a row and below each other on a phone', () => {
    const fact = { label: '单位', value: '望江镇' };
    const rows = elements({ kind: 'facts', facts: [fact, fact, fact] });
    expect(rows).toMatchObject([{ flex_mode: 'stretch' }, { flex_mode: 'stretch' }]);
    expect(rows.map((row) => (row.columns as unknown[]).length)).toEqual([2, 1]);
  });

  it('buttons wrap on a phone and carry action, version and ids', () => {
    const [row] = elements({
      kind: 'buttons',
      buttons: [
        {
          text: '确认无误',
          action: 'counts.confirm',
          value: { round: '2026-06', a: 'x', v: 9 },
          style: 'primary',
        },
        { text: '依据', url: 'https://a.example' },
      ],
    });
    expect(row).toMatchObject({ tag: 'column_set', flex_mode: 'flow' });
    const [first, second] = (row as { columns: { elements: object[] }[] }).columns.map(
      (column) => column.elements[0],
    );
    expect(first).toMatchObject({
      type: 'primary_filled',
      behaviors: [{ type: 'callback', value: { a: 'counts.confirm', v: 1, round: '2026-06' } }],
    });
    expect(second).toMatchObject({ behaviors: [{ type: 'open_url', default_url: 'https://a.example' }] });
  });

  it('an empty row of buttons is nothing', () => {
    expect(elements({ kind: 'buttons', buttons: [] })).toEqual([]);
  });

  it('forms collect text, with labels, required marks and a submit button', () => {
    const [form] = elements({
      kind: 'form',
      name: 'counts',
      fields: [
        { kind: 'input', name: 'papers', label: '发文', value: '3', required: true, hint: '只填数字' },
        {
          kind: 'select',
          name: 'reason',
          label: '理由',
          options: [{ text: '应急', value: 'e' }],
          value: 'gone',
        },
      ],
      submit: { text: '提交', action: 'counts.submit', confirm: { title: '提交？', text: '可更正' } },
    });
    const [input, label, select, submit] = (form as { elements: object[] }).elements;
    expect(form).toMatchObject({ tag: 'form', name: 'counts' });
    expect(input).toMatchObject({
      tag: 'input',
      input_type: 'text',
      name: 'papers',
      required: true,
      default_value: '3',
      label: { content: '发文' },
    });
    expect(label).toMatchObject({ tag: 'div', text: { content: '理由' } });
    expect(select).toMatchObject({ tag: 'select_static', required: false });
    expect(select).not.toHaveProperty('initial_option');
    expect(submit).toMatchObject({
      tag: 'button',
      name: 'counts_submit',
      form_action_type: 'submit',
      behaviors: [{ value: { a: 'counts.submit', v: 1 } }],
      confirm: { title: { content: '提交？' } },
    });
  });

  it('number columns are numbers, unless a cell has none to show', () => {
    const columns = [
      { name: 'unit', title: '单位', type: 'text' as const },
      { name: 'rate', title: '执行率', type: 'number' as const, digits: 1 },
    ];
    const [numbers] = elements({ kind: 'table', columns, rows: [{ unit: '甲', rate: 61.25 }] });
    expect(numbers).toMatchObject({
      columns: [{ data_type: 'text' }, { data_type: 'number', format: { precision: 1, separator: true } }],
      rows: [{ unit: '甲', rate: 61.25 }],
    });
    const [mixed] = elements({
      kind: 'table',
      columns,
      rows: [
        { unit: '甲', rate: 61.25 },
        { unit: '乙', rate: '—' },
      ],
    });
    expect(mixed).toMatchObject({
      columns: [{ data_type: 'text' }, { data_type: 'text' }],
      rows: [{ rate: '61.3' }, { rate: '—' }],
    });
  });

  it('columns nobody asked for are left out', () => {
    const columns = [{ name: 'unit', title: '单位', type: 'text' as const }];
    expect(elements({ kind: 'table', columns, rows: [{ unit: '甲', secret: 1 }] })).toMatchObject([
      { rows: [{ unit: '甲' }] },
    ]);
  });
});

describe('answers to a click', () => {
  const card: Card = { title: '已提交', tone: 'success', blocks: [] };

  it.each([
    ['nothing', {}, {}],
    [
      'a toast',
      { toast: { tone: 'error' as const, text: '请填数字' } },
      { toast: { type: 'error', content: '请填数字' } },
    ],
    ['a card', { card }, { card: { type: 'raw', data: cardJson(card) } }],
    [
      'both',
      { toast: { tone: 'success' as const, text: '已保存' }, card },
      { toast: { type: 'success', content: '已保存' }, card: { type: 'raw', data: cardJson(card) } },
    ],
  ])('%s', (_, answer, body) => {
    expect(clickAnswerJson(answer)).toEqual(body);
  });

  it('use only fields of the recorded legal answers', () => {
    const legal = fixture('card_callback_responses');
    const answer = clickAnswerJson({ toast: { tone: 'info', text: '好' }, card });
    expect(Object.keys(answer).sort()).toEqual(Object.keys(legal.toast_and_raw_card).sort());
    expect(answer.card).toMatchObject({ type: legal.toast_and_raw_card.card.type });
  });
});
