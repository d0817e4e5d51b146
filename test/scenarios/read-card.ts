import { contentOf, type Node, plain, textOf } from '../../src/simulator/platform/card-tree.ts';

/** A delivered card as somebody reads it on the phone, top to bottom, folded panels opened. */
export function readCard(card: Node): string {
  const header = (card.header ?? {}) as Node;
  const body = (card.body ?? {}) as Node;
  const tags = nodes(header.text_tag_list).map((tag) => contentOf(tag.text));
  return [contentOf(header.title), contentOf(header.subtitle), ...tags, ...nodes(body.elements).flatMap(read)]
    .filter((line) => line !== '')
    .join('\n');
}

function nodes(value: unknown): Node[] {
  return Array.isArray(value) ? (value as Node[]) : [];
}

function read(node: Node): string[] {
  switch (node.tag) {
    case 'markdown':
      return [plain(contentOf({ content: node.content }))];
    case 'div':
      return [plain(contentOf(node.text))];
    case 'button':
      return [`[${contentOf(node.text)}]`];
    case 'checker':
      return [`□ ${contentOf(node.text)}`];
    case 'input':
      return [`${contentOf(node.label)}：${textOf(node.default_value)}`];
    case 'select_static':
      return [`▾ ${chosen(node)}`, ...nodes(node.options).map((option) => `· ${contentOf(option.text)}`)];
    case 'date_picker':
      return [`▾ ${textOf(node.initial_date)}`];
    case 'chart':
      return [contentOf({ content: ((node.chart_spec as Node).title as Node | undefined)?.text })];
    case 'table':
      return nodes(node.rows).map((row) =>
        nodes(node.columns)
          .map((column) => textOf(row[textOf(column.name)]))
          .join(' '),
      );
    case 'collapsible_panel':
      return [contentOf((node.header as Node).title), ...nodes(node.elements).flatMap(read)];
    default:
      return [...nodes(node.columns), ...nodes(node.elements)].flatMap(read);
  }
}

function chosen(node: Node): string {
  const option = nodes(node.options).find(({ value }) => value === node.initial_option);
  return option ? contentOf(option.text) : '';
}
