import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { card, LIN, QIU, refusal, sendCard, world } from './world.ts';

const button = { tag: 'button', name: 'b', text: { tag: 'plain_text', content: '提交' } };
const submit = { ...button, form_action_type: 'submit' };
const input = { tag: 'input', name: 'a' };
const form = (...elements: object[]) => ({ tag: 'form', name: 'f', elements });
const table = (rows: object[], columns: object[] = [{ name: 'n', data_type: 'text' }]) => ({
  tag: 'table',
  columns,
  rows,
});
const inColumn = (element: object) => ({
  tag: 'column_set',
  columns: [{ tag: 'column', elements: [element] }],
});

/** Section C: sub-codes that are certain are named, the others only have to be refused. */
const REFUSED: [rule: string, json: unknown, subCode?: number][] = [
  ['unknown root key', { ...card('x'), elements: [] }, 200621],
  ['unknown attribute', card('x', {}, [{ tag: 'hr', colour: 'red' }]), 200621],
  ['removed tag action', card('x', {}, [{ tag: 'action', actions: [] }]), 200861],
  ['removed tag note', card('x', {}, [{ tag: 'note', elements: [] }]), 200861],
  [
    'more than 200 elements',
    card(
      'x',
      {},
      Array.from({ length: 201 }, () => ({ tag: 'hr' })),
    ),
    11310,
  ],
  [
    'too many tables',
    card(
      'x',
      {},
      Array.from({ length: 4 }, () => table([{ n: 'x' }])),
    ),
    11310,
  ],
  ['table not at the root', card('x', {}, [inColumn(table([{ n: 'x' }]))])],
  ['form not at the root', card('x', {}, [inColumn(form(input, submit))])],
  ['form in a form', card('x', {}, [form(form(input, submit), submit)])],
  ['multi-select outside a form', card('x', {}, [{ tag: 'multi_select_static', name: 'm', options: [] }])],
  [
    'element_id twice',
    card('x', {}, [
      { tag: 'hr', element_id: 'a' },
      { tag: 'hr', element_id: 'a' },
    ]),
    300301,
  ],
  ['malformed element_id', card('x', {}, [{ tag: 'hr', element_id: '1-a' }])],
  ['name twice', card('x', {}, [form(input, input, submit)])],
  ['no name in a form', card('x', {}, [form({ tag: 'input' }, submit)])],
  ['form without submit button', card('x', {}, [form(input, button)])],
  ['unknown person', card('x', {}, [{ tag: 'person', user_id: 'ou_unknown' }]), 100290],
  [
    'unknown person in a list',
    card('x', {}, [{ tag: 'person_list', persons: [{ id: 'ou_unknown' }] }]),
    100290,
  ],
  [
    'unknown person mentioned',
    card('x', {}, [{ tag: 'markdown', content: '<at id=ou_unknown></at>' }]),
    100290,
  ],
  [
    'unknown image key',
    card('x', {}, [{ tag: 'img', img_key: 'img_x', alt: { tag: 'plain_text', content: '' } }]),
    200570,
  ],
  ['chart without type', card('x', {}, [{ tag: 'chart', chart_spec: {} }]), 200550],
  ['table rows', card('x', {}, [table(['x' as unknown as object])]), 200914],
  ['row key without column', card('x', {}, [table([{ other: 'x' }])]), 200915],
  ['unknown template', { type: 'template', data: { template_id: 'AAq' } }, 200380],
  ['update_multi false', { ...card('x'), config: { update_multi: false } }],
];

describe('C cards are checked before they are sent', () => {
  it.each(REFUSED)('230099: %s', async (_, json, subCode) => {
    const w = await world();
    const refused = await refusal(sendCard(w, LIN, json));
    expect(refused).toMatchObject({ status: 400, code: 230099 });
    expect(refused.msg).toMatch(/^Failed to create card content, ext=ErrCode: \d+; ErrMsg: ./);
    if (subCode !== undefined) expect(refused.msg).toContain(`ErrCode: ${subCode};`);
    expect(w.platform.view(LIN).chats.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('the number of tables is a dial', async () => {
    const w = await world();
    w.platform.faults.maxTables = 5;
    await sendCard(
      w,
      LIN,
      card(
        'x',
        {},
        Array.from({ length: 5 }, () => table([{ n: 'x' }])),
      ),
    );
  });

  it.each(['answer', 'monthly_report_form', 'visit_reminder', 'warning_chart'])(
    'the example %s is taken: known people, everybody, and lists that may drop unknown ones',
    async (name) => {
      const w = await world();
      const path = fileURLToPath(new URL(`../feishu/fixtures/card_example.${name}.json`, import.meta.url));
      const example = JSON.parse(readFileSync(path, 'utf8'));
      await sendCard(w, LIN, example);
      example.body.elements.push(
        { tag: 'markdown', content: `<at id=all></at> <at ids=${LIN},${QIU}></at>` },
        { tag: 'person_list', persons: [{ id: 'ou_unknown' }], drop_invalid_user_id: true },
      );
      await sendCard(w, LIN, example);
    },
  );

  it('a reply is checked like a message of its own', async () => {
    const w = await world();
    const asked = await w.platform.users.say(LIN, '查一下');
    const reply = w.client.im.v1.message.reply({
      path: { message_id: asked },
      data: { msg_type: 'interactive', content: JSON.stringify(card('x', {}, [{ tag: 'note' }])) },
    });
    expect(await refusal(reply)).toMatchObject({ code: 230099 });
  });
});
