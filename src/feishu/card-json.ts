import type { Block, Card, FactsBlock, PanelBlock, Tag } from '../chat/card.ts';
import { buttonRow } from './card-buttons.ts';
import { formElement } from './card-form.ts';
import { type Element, type NextId, plain } from './card-parts.ts';
import { tableElement } from './card-table.ts';
import { coloured, markdownOf } from './markdown.ts';

/** A card in the platform's JSON 2.0. */
export interface CardJson extends Record<string, unknown> {
  schema: '2.0';
}

const TEMPLATES: Record<Card['tone'], string> = {
  info: 'blue',
  success: 'green',
  notice: 'yellow',
  warning: 'orange',
  danger: 'red',
  neutral: 'grey',
};

const MAX_TAGS = 3;

/** Turns a card into JSON that `checkCard` accepts, as long as the card keeps the rules noted at its blocks. */
export function cardJson(card: Card): CardJson {
  let count = 0;
  const nextId = () => `e${++count}`;
  return {
    schema: '2.0',
    // PATCH demands update_multi written out before and after, though 2.0 allows nothing else.
    config: { update_multi: true, width_mode: 'fill', summary: { content: card.summary ?? card.title } },
    header: {
      title: plain(card.title),
      template: TEMPLATES[card.tone],
      ...(card.subtitle && { subtitle: plain(card.subtitle) }),
      ...(card.tags?.length && { text_tag_list: card.tags.slice(0, MAX_TAGS).map(tagElement) }),
    },
    body: {
      direction: 'vertical',
      padding: '12px',
      vertical_spacing: '8px',
      elements: card.blocks.flatMap((block) => blockElements(block, nextId)),
    },
  };
}

function tagElement(tag: Tag): Element {
  return { tag: 'text_tag', text: plain(tag.text), color: tag.tone };
}

type Renderers = { [K in Block['kind']]: (block: Extract<Block, { kind: K }>, nextId: NextId) => Element[] };

const RENDERERS: Renderers = {
  text: ({ text }, nextId) => [{ tag: 'markdown', element_id: nextId(), content: markdownOf(text) }],
  note: ({ text }, nextId) => [
    { tag: 'div', element_id: nextId(), text: { ...plain(text), text_size: 'notation', text_color: 'grey' } },
  ],
  facts: factRows,
  table: (table, nextId) => [tableElement(table, nextId)],
  chart: ({ spec, ratio, height }, nextId) => [
    {
      tag: 'chart',
      element_id: nextId(),
      chart_spec: spec,
      aspect_ratio: ratio ?? '16:9',
      color_theme: 'brand',
      preview: true,
      ...(height !== undefined && { height: `${height}px` }),
    },
  ],
  buttons: buttonRow,
  form: (form, nextId) => [formElement(form, nextId)],
  panel: (panel, nextId) => [panelElement(panel, nextId)],
  divider: (_, nextId) => [{ tag: 'hr', element_id: nextId() }],
};

function blockElements(block: Block, nextId: NextId): Element[] {
  const render = RENDERERS[block.kind] as (block: Block, nextId: NextId) => Element[];
  return render(block, nextId);
}

/** Two facts to a row; `stretch` lays them below each other on a phone. */
function factRows({ facts }: FactsBlock, nextId: NextId): Element[] {
  const cells = facts.map(({ label, value }) => ({
    tag: 'column',
    width: 'weighted',
    weight: 1,
    elements: [
      {
        tag: 'markdown',
        element_id: nextId(),
        content: `${coloured(label, 'grey')} ${markdownOf(value)}`,
      },
    ],
  }));
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, i) => cells.slice(2 * i, 2 * i + 2));
  return rows.map((columns) => ({
    tag: 'column_set',
    element_id: nextId(),
    flex_mode: 'stretch',
    horizontal_spacing: '8px',
    columns,
  }));
}

function panelElement(panel: PanelBlock, nextId: NextId): Element {
  return {
    tag: 'collapsible_panel',
    element_id: nextId(),
    expanded: panel.open ?? false,
    header: {
      title: plain(panel.title),
      icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
      icon_position: 'right',
      icon_expanded_angle: -180,
    },
    border: { color: 'grey', corner_radius: '5px' },
    padding: '8px',
    vertical_spacing: '8px',
    elements: panel.blocks.flatMap((block) => blockElements(block, nextId)),
  };
}
