import { jsx } from 'hono/jsx';
import { expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { colour, link, rich } from '../../src/chat/rich.ts';
import { CardView } from '../../src/console/components/card.tsx';

const htmlOf = (card: Partial<Card>) =>
  String(jsx(CardView, { card: { title: '标题', tone: 'info', blocks: [], ...card } }));

it('bold goes on over what is put in, and what is put in stays text', () => {
  const html = htmlOf({
    blocks: [{ kind: 'text', text: rich`**注意 ${'<b>**别处**</b>'}** 后面\n- 一项` }],
  });
  expect(html).toContain(
    '<strong>注意 </strong><strong><bdi>&lt;b&gt;**别处**&lt;/b&gt;</bdi></strong> 后面\n• 一项',
  );
});

it('an answer as it is written, with its basis, small print, folded figures and buttons that do nothing', () => {
  const html = htmlOf({
    blocks: [
      { kind: 'text', text: '第一行\n- 第二行 **不加粗**' },
      { kind: 'facts', facts: [{ label: '依据', value: '某办法' }] },
      { kind: 'note', text: '以正式文件为准' },
      { kind: 'panel', title: '本地标准', open: true, blocks: [{ kind: 'text', text: '一档 500 元' }] },
      { kind: 'buttons', buttons: [{ text: '有用', action: 'policy.useful' }] },
      { kind: 'divider' },
    ],
  });
  expect(html).toContain('<bdi>第一行\n- 第二行 **不加粗**</bdi>');
  expect(html).toContain('<strong>依据</strong><bdi>某办法</bdi>');
  expect(html).toContain('<summary>本地标准</summary>');
  expect(html).toContain('<span class="chat-button default">有用</span>');
  expect(html).not.toMatch(/<(button|a|form)\b/);
});

it('links and colours are looks only; tables keep their columns; forms and charts stand as words', () => {
  const html = htmlOf({
    tags: [{ text: '草稿', tone: 'orange' }],
    blocks: [
      { kind: 'text', text: rich`${link('点我', 'https://evil.test')}${colour('急', 'red')}` },
      {
        kind: 'table',
        columns: [{ name: 'n', title: '数', type: 'number' }],
        rows: [{ n: 3 }],
      },
      { kind: 'chart', spec: {}, text: '上升' },
    ],
  });
  expect(html).not.toContain('evil.test');
  expect(html).toContain('<bdi class="chat-red">急</bdi>');
  expect(html).toContain('<td class="number" data-title="数">3</td>');
  expect(html).toContain('上升');
});
