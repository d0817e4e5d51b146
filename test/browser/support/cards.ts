import { readFileSync } from 'node:fs';

type Card = Record<string, unknown>;

function fixture(name: string): Card {
  const file = new URL(`../../feishu/fixtures/card_example.${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Card;
}

export const examples = {
  answer: fixture('answer'),
  form: fixture('monthly_report_form'),
  chart: fixture('warning_chart'),
  reminder: fixture('visit_reminder'),
};

const plain = (content: string, more: Card = {}) => ({ tag: 'plain_text', content, ...more });
const callback = (value: Card) => [{ type: 'callback', value }];
const button = (text: string, type: string, more: Card = {}) => ({
  tag: 'button',
  type,
  text: plain(text),
  behaviors: callback({ cmd: text }),
  ...more,
});
const column = (elements: Card[], more: Card = { width: 'auto' }) => ({ tag: 'column', elements, ...more });
const wide = (elements: Card[], weight = 1) => column(elements, { width: 'weighted', weight });

/** One card with every component that the page draws, and one that nobody knows. */
export const everything: Card = {
  schema: '2.0',
  config: { update_multi: true, width_mode: 'fill', summary: { content: '全部组件' } },
  header: {
    template: 'violet',
    title: plain('全部组件'),
    subtitle: plain('用来看画得对不对'),
    icon: { tag: 'standard_icon', token: 'chart_outlined', color: 'violet' },
    text_tag_list: [
      { tag: 'text_tag', text: plain('试行'), color: 'violet' },
      { tag: 'text_tag', text: plain('市级'), color: 'neutral' },
    ],
  },
  body: {
    padding: '12px',
    vertical_spacing: '8px',
    elements: [
      {
        tag: 'markdown',
        content:
          '# 一级标题\n**加粗**、*斜体*、~~删除~~、`代码`、[链接](https://example.com/a)\n' +
          "<font color='red'>红 <font color=\"green\">绿</font> 红</font>、<text_tag color='orange'>预警</text_tag>、<at id=ou_cadre></at><br>第二行 :OK:\n" +
          '&#42;&#42;不加粗&#42;&#42; &#60;at id=all&#62;&#60;/at&#62; <script>alert(1)</script>\n' +
          '- 第一条\n- 第二条\n\n1. 先看\n2. 再点\n\n> 引用一句\n\n| 单位 | 数 |\n| - | -: |\n| 综合科 | 12 |\n\n![走访照片](img_v3_x)',
      },
      {
        tag: 'div',
        text: { tag: 'lark_md', content: '一段 **lark_md** 文字' },
        icon: { tag: 'standard_icon', token: 'info_outlined', color: 'blue' },
      },
      { tag: 'div', text: plain('灰色小字：来源与日期', { text_size: 'notation', text_color: 'grey' }) },
      { tag: 'hr' },
      {
        tag: 'column_set',
        flex_mode: 'bisect',
        background_style: 'grey',
        columns: [
          wide([{ tag: 'markdown', content: '**发文**\n479 件' }]),
          wide([{ tag: 'markdown', content: '**会议**\n114 次' }]),
        ],
      },
      {
        tag: 'column_set',
        flex_mode: 'stretch',
        columns: [
          wide([{ tag: 'markdown', content: "<font color='grey'>计划</font> 998 件" }]),
          wide([{ tag: 'markdown', content: "<font color='grey'>执行率</font> 48.0%" }], 2),
        ],
      },
      { tag: 'img', img_key: 'img_v3_y', alt: plain('联系点照片') },
      { tag: 'person', user_id: 'ou_cadre', show_name: true, style: 'capsule' },
      {
        tag: 'person_list',
        persons: [{ id: 'ou_cadre' }, { id: 'ou_liaison' }],
        drop_invalid_user_id: true,
        size: 'small',
      },
      {
        tag: 'table',
        page_size: 3,
        header_style: { background_style: 'grey', bold: true },
        columns: [
          { name: 'unit', display_name: '单位', data_type: 'text' },
          {
            name: 'n',
            display_name: '金额',
            data_type: 'number',
            format: { precision: 2, separator: true, symbol: '¥' },
          },
          { name: 'level', display_name: '级别', data_type: 'options' },
          { name: 'who', display_name: '联络员', data_type: 'persons' },
          { name: 'day', display_name: '日期', data_type: 'date' },
          { name: 'note', display_name: '说明', data_type: 'lark_md' },
        ],
        rows: [1, 2, 3, 4, 5].map((n) => ({
          unit: `第 ${n} 科`,
          n: n * 12345.5,
          level: [{ text: n > 3 ? '预警' : '正常', color: n > 3 ? 'orange' : 'green' }],
          who: ['ou_liaison'],
          day: Date.parse('2026-06-22T00:00:00+08:00'),
          note: "见<font color='blue'>明细</font>",
        })),
      },
      {
        tag: 'collapsible_panel',
        expanded: false,
        header: { title: plain('怎么算的') },
        border: { color: 'grey', corner_radius: '5px' },
        elements: [{ tag: 'markdown', content: '执行率 = 累计 ÷ 计划' }],
      },
      {
        tag: 'interactive_container',
        has_border: true,
        border_color: 'grey',
        padding: '10px',
        corner_radius: '8px',
        behaviors: callback({ cmd: 'container' }),
        elements: [{ tag: 'markdown', content: '整块可以点' }],
      },
      {
        tag: 'column_set',
        flex_mode: 'flow',
        columns: [
          'default',
          'primary',
          'danger',
          'text',
          'primary_text',
          'danger_text',
          'primary_filled',
          'danger_filled',
          'laser',
        ].map((type) => column([button(type, type)])),
      },
      {
        tag: 'column_set',
        flex_mode: 'none',
        columns: [
          column([button('很小', 'default', { size: 'tiny' })]),
          column([button('小', 'default', { size: 'small' })]),
          column([button('中', 'primary', { size: 'medium' })]),
          column([button('大', 'primary_filled', { size: 'large' })]),
          column([button('不能点', 'primary', { disabled: true, disabled_tips: plain('已经截止') })]),
        ],
      },
      {
        tag: 'column_set',
        flex_mode: 'none',
        columns: [
          wide([
            button('删除', 'danger', {
              width: 'fill',
              confirm: { title: plain('真的删除？'), text: plain('删除后不能恢复。') },
            }),
          ]),
          wide([button('收下', 'primary_filled', { width: 'fill' })]),
          column([
            {
              tag: 'overflow',
              value: { cmd: 'more' },
              options: [
                { text: plain('推迟一天'), value: 'd1' },
                { text: plain('推迟一周'), value: 'd7' },
              ],
            },
          ]),
        ],
      },
      {
        tag: 'checker',
        text: plain('已经到村里去过'),
        checked: false,
        checked_style: { show_strikethrough: true },
        behaviors: callback({ cmd: 'check' }),
      },
      {
        tag: 'form',
        name: 'all',
        elements: [
          {
            tag: 'input',
            name: 'docs',
            label: plain('发文'),
            required: true,
            placeholder: plain('例如 36'),
            max_length: 6,
          },
          { tag: 'input', name: 'note', label: plain('说明'), input_type: 'multiline_text', rows: 3 },
          { tag: 'div', text: plain('类型') },
          {
            tag: 'select_static',
            name: 'kind',
            required: true,
            options: [
              { text: plain('走访'), value: 'visit' },
              { text: plain('谈话'), value: 'talk' },
            ],
          },
          { tag: 'div', text: plain('对象') },
          {
            tag: 'multi_select_static',
            name: 'who',
            required: false,
            options: [
              { text: plain('望江镇'), value: 'a' },
              { text: plain('柳桥镇'), value: 'b' },
            ],
          },
          { tag: 'div', text: plain('日期') },
          { tag: 'date_picker', name: 'day', required: false },
          { tag: 'checker', name: 'sure', text: plain('数字已核对') },
          {
            tag: 'button',
            name: 'send',
            text: plain('提交'),
            type: 'primary_filled',
            form_action_type: 'submit',
            behaviors: callback({ cmd: 'all.submit' }),
          },
        ],
      },
      { tag: 'hologram', content: '谁也不认识' },
    ],
  },
};
