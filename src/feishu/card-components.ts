import {
  anyObject,
  boolean,
  integer,
  list,
  matching,
  object,
  oneOf,
  padding,
  size,
  spacing,
  string,
  uniqueName,
} from './card-attributes.ts';
import { chartSpec, tableCells } from './card-data.ts';
import {
  align,
  behaviors,
  colour,
  confirm,
  icon,
  layout,
  multiUrl,
  plainText,
  text,
  textSize,
  verticalAlign,
} from './card-texts.ts';
import { type Check, type Component, report } from './card-walk.ts';

/** How many Markdown tables there are: a row of dashes below a heading row. */
const MARKDOWN_TABLE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/gm;

const elements: Check = list((value, path, walk) => walk.component(value, path, walk));
const personSize = oneOf('extra_small', 'small', 'medium', 'large');

export const DISPLAY: Record<string, Component> = {
  markdown: {
    attributes: { content: string(), i18n_content: anyObject, text_align: align, text_size: textSize, icon },
    required: ['content'],
    also({ content }, _, walk) {
      if (typeof content === 'string') walk.tables += content.match(MARKDOWN_TABLE)?.length ?? 0;
    },
  },
  div: { attributes: { text: text('plain_text', 'lark_md'), icon, width: size(['fill', 'auto'], 16, 999) } },
  hr: { attributes: {} },
  img: {
    attributes: {
      img_key: string(),
      alt: plainText,
      title: plainText,
      corner_radius: matching(/^\d+(px|%)$/, 'a radius'),
      scale_type: oneOf('crop_center', 'crop_top', 'fit_horizontal'),
      size: matching(/^(large|medium|small|tiny|stretch|\d+px \d+px)$/, 'a size'),
      transparent: boolean,
      preview: boolean,
    },
    required: ['img_key', 'alt'],
  },
  img_combination: {
    attributes: {
      combination_mode: oneOf('double', 'triple', 'bisect', 'trisect'),
      combination_transparent: boolean,
      corner_radius: matching(/^\d+(px|%)$/, 'a radius'),
      img_list: list(object({ img_key: string() }, ['img_key']), 9),
    },
    required: ['combination_mode', 'img_list'],
  },
  person: {
    attributes: {
      user_id: string(),
      size: personSize,
      show_avatar: boolean,
      show_name: boolean,
      style: oneOf('normal', 'capsule'),
    },
    required: ['user_id'],
  },
  person_list: {
    attributes: {
      persons: list(object({ id: string() }, ['id'])),
      lines: integer(1, 100),
      show_name: boolean,
      show_avatar: boolean,
      size: personSize,
      icon,
      drop_invalid_user_id: boolean,
    },
    required: ['persons'],
  },
  chart: {
    attributes: {
      chart_spec: chartSpec,
      aspect_ratio: oneOf('1:1', '2:1', '4:3', '16:9'),
      color_theme: oneOf('brand', 'rainbow', 'complementary', 'converse', 'primary'),
      preview: boolean,
      height: size(['auto'], 1, 999),
    },
    required: ['chart_spec'],
    notIn: ['form', 'interactive_container'],
  },
  table: {
    attributes: {
      columns: list(
        object(
          {
            name: string(),
            display_name: string(),
            width: matching(
              /^(auto|([89]\d|[1-5]\d\d|600)px|(100|[1-9]?\d)%)$/,
              'a width from 80px to 600px',
            ),
            vertical_align: verticalAlign,
            horizontal_align: align,
            data_type: oneOf('text', 'lark_md', 'options', 'number', 'persons', 'date', 'markdown'),
            format: object({ precision: integer(0, 10), symbol: string(1), separator: boolean }),
            date_format: string(),
          },
          ['name', 'data_type'],
        ),
        50,
      ),
      rows: list(() => {}),
      page_size: integer(1, 10),
      row_height: size(['low', 'middle', 'high', 'auto'], 32, 124),
      row_max_height: size([], 32, 999),
      freeze_first_column: boolean,
      header_style: object({
        text_align: align,
        text_size: oneOf('normal', 'heading'),
        background_style: oneOf('none', 'grey'),
        text_color: oneOf('default', 'grey'),
        bold: boolean,
        lines: integer(1, 100),
      }),
    },
    required: ['columns', 'rows'],
    only: 'root',
    also(element, path, walk) {
      walk.tables++;
      tableCells(element, path, walk);
    },
  },
  audio: { attributes: { file_key: string() }, required: ['file_key'] },
};

export const CONTAINERS: Record<string, Component> = {
  column_set: {
    attributes: {
      columns: elements,
      flex_mode: oneOf('none', 'stretch', 'flow', 'bisect', 'trisect'),
      background_style: colour,
      horizontal_spacing: spacing,
      horizontal_align: align,
      action: object({ multi_url: multiUrl }),
    },
    required: ['columns'],
    container: true,
    also({ columns, flex_mode }, path, walk) {
      if (!Array.isArray(columns)) return;
      columns.forEach((column, i) => {
        const place = `${path}.columns[${i}]`;
        if (column?.tag !== 'column') report(walk, place, 'not a column');
        else if (String(column.width).endsWith('px') && flex_mode !== 'none' && flex_mode !== undefined)
          report(walk, `${place}.width`, 'pixels need flex_mode none');
      });
    },
  },
  column: {
    attributes: {
      ...layout,
      elements,
      width: size(['auto', 'weighted'], 16, 600),
      weight: integer(1, 5),
      padding,
      background_style: colour,
      action: object({ multi_url: multiUrl }),
    },
    only: 'column_set',
  },
  form: {
    attributes: { ...layout, name: uniqueName, elements, padding },
    required: ['name', 'elements'],
    only: 'root',
    container: true,
  },
  interactive_container: {
    attributes: {
      ...layout,
      behaviors,
      elements,
      width: size(['fill', 'auto'], 16, 999),
      height: size(['auto'], 10, 999),
      background_style: colour,
      has_border: boolean,
      border_color: colour,
      corner_radius: matching(/^\d+(px|%)$/, 'a radius'),
      padding,
      disabled: boolean,
      disabled_tips: plainText,
      confirm,
      hover_tips: plainText,
    },
    required: ['behaviors', 'elements'],
    container: true,
  },
  collapsible_panel: {
    attributes: {
      ...layout,
      elements,
      expanded: boolean,
      background_color: colour,
      header: object(
        {
          title: text('plain_text', 'markdown', 'lark_md'),
          background_color: colour,
          width: oneOf('fill', 'auto', 'auto_when_fold'),
          vertical_align: verticalAlign,
          padding,
          icon,
          icon_position: oneOf('left', 'right', 'follow_text'),
          icon_expanded_angle: oneOf(-180, -90, 90, 180),
        },
        ['title'],
      ),
      border: object({ color: colour, corner_radius: matching(/^\d+(px|%)$/, 'a radius') }),
      padding,
    },
    required: ['header'],
    container: true,
  },
};
