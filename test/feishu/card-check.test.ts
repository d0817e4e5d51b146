import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { cards } from './cards.ts';
import { type Fixture, fixture } from './support.ts';

type Json = Record<string, unknown>;

const EXAMPLES = [
  'card_example.answer',
  'card_example.monthly_report_form',
  'card_example.visit_reminder',
  'card_example.warning_chart',
];

function card(...elements: unknown[]): Fixture {
  return { schema: '2.0', config: { update_multi: true }, body: { elements } };
}

const codes = (json: unknown, options?: { maxTables?: number }) =>
  checkCard(json, options).map((problem) => problem.code);

const text = { tag: 'plain_text', content: '文' };
const md = (content = '文') => ({ tag: 'markdown', content });
const column = (...elements: unknown[]) => ({ tag: 'column', elements });
const columnSet = (...elements: unknown[]) => ({ tag: 'column_set', columns: [column(...elements)] });
const submit = { tag: 'button', name: 'ok', text, form_action_type: 'submit' };
const form = (...elements: unknown[]) => ({ tag: 'form', name: 'f', elements: [...elements, submit] });
const table = { tag: 'table', columns: [{ name: 'a', data_type: 'text' }], rows: [{ a: 'x' }] };
const chart = { tag: 'chart', chart_spec: { type: 'bar', data: { values: [] } } };
const panel = (...elements: unknown[]) => ({ tag: 'collapsible_panel', header: { title: text }, elements });
const input = (name: string) => ({ tag: 'input', name, input_type: 'text' });
const multi = { tag: 'multi_select_static', name: 'm', options: [] };
const select = (...values: string[]) => ({
  tag: 'select_static',
  options: values.map((value) => ({ text, value })),
});

describe('what the platform takes', () => {
  it.each(EXAMPLES)('%s', (name) => {
    expect(checkCard(fixture(name))).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['nothing but the version', { schema: '2.0' }],
    ['a form in columns', card(form(columnSet(input('a'), input('b'))))],
    ['a chart in a panel', card(panel(chart))],
    ['three tables', card(table, table, table)],
    ['an input outside a form without a name', card({ tag: 'input', input_type: 'text' })],
    ['200 elements', card(...Array.from({ length: 200 }, () => md()))],
    ['five levels', card(panel(panel(panel(panel(columnSet(md()))))))],
    ['people', card({ tag: 'person_list', persons: [{ id: 'ou_1' }], drop_invalid_user_id: true })],
    ['a time with a placeholder', card({ tag: 'picker_time', placeholder: text })],
  ])('%s', (_, json) => {
    expect(checkCard(json)).toEqual([]);
  });
});

describe('what it refuses', () => {
  it.each<[string, unknown, number]>([
    ['no card at all', 'text', 200621],
    ['a 1.0 card', { elements: [] }, 200830],
    ['an unknown root key', { ...card(), elements: [] }, 200621],
    ['a card for one person', { ...card(), config: { update_multi: false } }, 300302],
    ['an unknown setting', { ...card(), config: { wide_screen_mode: true } }, 200621],
    ['a header without title', { ...card(), header: { template: 'blue' } }, 200621],
    ['an unknown header colour', { ...card(), header: { title: text, template: 'pink' } }, 200621],
    [
      'four header tags',
      {
        ...card(),
        header: { title: text, text_tag_list: Array.from({ length: 4 }, () => ({ tag: 'text_tag', text })) },
      },
      200621,
    ],
    ['the old tag action', card({ tag: 'action', actions: [] }), 200861],
    ['the old tag note', card({ tag: 'note', elements: [] }), 200861],
    ['a text object as component', card(text), 200861],
    ['a tag named like a method', card({ tag: 'constructor' }), 200861],
    ['a component without tag', card({ content: 'x' }), 200621],
    ['an unknown attribute', card({ ...md(), href: {} }), 200621],
    ['an attribute named like a method', card({ ...md(), constructor: 1 }), 200621],
    ['content of another type', card({ tag: 'markdown', content: 5 }), 200621],
    ['no content', card({ tag: 'markdown' }), 200621],
    ['201 elements', card(...Array.from({ length: 201 }, () => md())), 11310],
    ['four tables', card(table, table, table, table), 11310],
    ['a Markdown table too many', card(table, table, table, md('| a | b |\n|---|---|\n| 1 | 2 |')), 11310],
    ['a table in columns', card(columnSet(table)), 200621],
    ['a table in a form', card(form(table)), 200621],
    ['a form in a panel', card(panel(form())), 200621],
    ['a form in a form', card(form(form())), 200621],
    ['a form without name', card({ tag: 'form', elements: [submit] }), 200621],
    ['a form without submit button', card({ tag: 'form', name: 'f', elements: [input('a')] }), 200621],
    [
      'a form whose button only resets',
      card({ tag: 'form', name: 'f', elements: [{ ...submit, form_action_type: 'reset' }] }),
      200621,
    ],
    ['a submit button outside a form', card(submit), 200621],
    ['a field without name', card(form({ tag: 'input', input_type: 'text' })), 200530],
    ['two fields of one name', card(form(input('a'), input('a'))), 200621],
    ['a form named like its field', card(form(input('f'))), 200621],
    ['required outside a form', card({ ...input('a'), required: true }), 200621],
    ['a number input', card({ tag: 'input', input_type: 'number' }), 200621],
    ['a multi-select outside a form', card(multi), 200621],
    ['a person multi-select outside a form', card({ ...multi, tag: 'multi_select_person' }), 200621],
    [
      'several pictures outside a form',
      card({ tag: 'select_img', options: [{ img_key: 'i' }], multi_select: true }),
      200621,
    ],
    ['two options of one value', card(select('a', 'a')), 200621],
    ['two components of one id', card({ ...md(), element_id: 'a' }, { ...md(), element_id: 'a' }), 300301],
    ['an id that begins with a digit', card({ ...md(), element_id: '1a' }), 200621],
    ['an id of 21 characters', card({ ...md(), element_id: 'a'.repeat(21) }), 200621],
    ['a chart in a form', card(form(chart)), 200621],
    ['an unknown chart', card({ ...chart, chart_spec: { type: 'hologram', data: {} } }), 200550],
    ['a chart without data', card({ ...chart, chart_spec: { type: 'bar' } }), 200550],
    [
      'a chart with code',
      card({ ...chart, chart_spec: { type: 'bar', data: {}, label: { formatMethod: '(v) => v' } } }),
      200550,
    ],
    [
      'a chart with a function',
      card({ ...chart, chart_spec: { type: 'bar', data: {}, format: () => '' } }),
      200550,
    ],
    ['a row that is no object', card({ ...table, rows: ['x'] }), 200914],
    ['a cell of another type', card({ ...table, rows: [{ a: 5 }] }), 200914],
    ['text in a number column', card({ ...table, columns: [{ name: 'a', data_type: 'number' }] }), 200914],
    ['a cell without column', card({ ...table, rows: [{ b: 'x' }] }), 200915],
    ['two columns of one name', card({ ...table, columns: [...table.columns, ...table.columns] }), 200621],
    ['eleven rows to a page', card({ ...table, page_size: 11 }), 200621],
    ['columns without column', card({ tag: 'column_set', columns: [md()] }), 200621],
    ['a column by itself', card(column(md())), 200621],
    ['an unknown flex mode', card({ ...columnSet(md()), flex_mode: 'wrap' }), 200621],
    ['six levels', card(panel(panel(panel(panel(panel(columnSet(md()))))))), 200621],
    ['an old button value', card({ tag: 'button', text, value: {} }), 200621],
    ['an old button link', card({ tag: 'button', text, url: 'https://a.example' }), 200621],
    [
      'a callback of text',
      card({ tag: 'button', text, behaviors: [{ type: 'callback', value: 'x' }] }),
      200621,
    ],
    ['an unknown behaviour', card({ tag: 'button', text, behaviors: [{ type: 'call' }] }), 200621],
    ['a question without text', card({ tag: 'button', text, confirm: { title: text } }), 200621],
    ['a picture without description', card({ tag: 'img', img_key: 'img_1' }), 200621],
    ['a date in another form', card({ tag: 'date_picker', initial_date: '1.7.2026' }), 200621],
    ['a time without placeholder', card({ tag: 'picker_time' }), 200621],
    ['a margin of 100', card({ ...md(), margin: '100px' }), 200621],
    ['a negative padding', card({ ...columnSet(), columns: [{ ...column(), padding: '-1px' }] }), 200621],
    [
      'a placeholder of 101 characters',
      card({ ...input('a'), placeholder: { tag: 'plain_text', content: '字'.repeat(101) } }),
      200621,
    ],
    ['more than 30 KB', card(md('字'.repeat(10_300))), 230025],
  ])('%s', (_, json, code) => {
    expect(codes(json)).toContain(code);
  });

  it('tells where', () => {
    expect(checkCard(card(md(), columnSet(md(), { tag: 'note' })))).toEqual([
      { path: 'body.elements[1].columns[0].elements[1]', code: 200861, message: 'unknown tag note' },
    ]);
  });

  it('allows five tables where the documentation is believed', () => {
    expect(codes(card(...Array.from({ length: 5 }, () => table)), { maxTables: 5 })).toEqual([]);
    expect(codes(card(...Array.from({ length: 6 }, () => table)), { maxTables: 5 })).toEqual([11310]);
  });

  it('a submit button of one form does not serve another', () => {
    const second = { tag: 'form', name: 'g', elements: [input('b')] };
    expect(checkCard(card(form(input('a')), second))).toMatchObject([{ path: 'body.elements[1]' }]);
  });
});

/** All components and text objects of a card, leaving out what is data to the platform. */
function tagged(value: unknown, found: Json[] = []): Json[] {
  if (Array.isArray(value)) for (const item of value) tagged(item, found);
  else if (typeof value === 'object' && value !== null) {
    if ('tag' in value) found.push(value);
    for (const [key, part] of Object.entries(value)) {
      if (!['chart_spec', 'rows', 'value'].includes(key)) tagged(part, found);
    }
  }
  return found;
}

describe('any card that was changed is refused', () => {
  const sources = fc.oneof(cards.map(cardJson), fc.constantFrom(...EXAMPLES).map(fixture));
  const changed = (change: (node: Json) => void) =>
    fc.assert(
      fc.property(sources, fc.nat(), (source, pick) => {
        const json = structuredClone(source);
        const nodes = tagged(json);
        const node = nodes[pick % nodes.length];
        if (!node) return;
        change(node);
        expect(checkCard(json)).not.toEqual([]);
      }),
      { numRuns: 200 },
    );

  it('by an attribute too many', () => {
    changed((node) => {
      node.unheard_of = 1;
    });
  });

  it('by an unknown tag', () => {
    changed((node) => {
      node.tag = 'unheard_of';
    });
  });

  it('by a missing tag', () => {
    changed((node) => {
      delete node.tag;
    });
  });

  it('and anything at all is judged without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(checkCard(json).length).toBeGreaterThan(0);
        checkCard(card(json, panel(json), form(json)));
      }),
    );
  });
});
