import {
  anyObject,
  elementId,
  integer,
  list,
  matching,
  object,
  oneOf,
  spacing,
  string,
} from './card-attributes.ts';
import { type Check, isObject, report } from './card-walk.ts';

// Objects that components are made of: texts, icons, colours, behaviours.

const HUES = 'blue|wathet|turquoise|green|lime|yellow|orange|red|carmine|violet|purple|indigo|grey|default';

export const colour = matching(new RegExp(`^((${HUES})(-\\d{2,3})?|cus-\\d+)$`), 'a colour');
export const textSize = matching(
  /^(heading(-[0-4])?|normal|notation|x{1,4}-large|large|medium|small|x-small|cus-\d+)$/,
  'a text size',
);
export const align = oneOf('left', 'center', 'right');
export const verticalAlign = oneOf('top', 'center', 'bottom');
export const direction = oneOf('vertical', 'horizontal');

const markup: Record<string, Check> = {
  tag: string(),
  element_id: elementId,
  content: string(),
  i18n_content: anyObject,
  text_size: textSize,
  text_align: align,
};

const TEXTS = {
  plain_text: { ...markup, text_color: colour, lines: integer(1, 100) },
  lark_md: { ...markup, lines: integer(1, 100) },
  markdown: markup,
};

type TextTag = keyof typeof TEXTS;

/** A text object with one of these tags; counts as a component of the card. */
export function text(...tags: TextTag[]): Check {
  return (value, path, walk) => {
    const tag = tags.find((each) => isObject(value) && value.tag === each);
    if (!tag) return report(walk, path, `not a text object: ${tags.join(', ')}`);
    walk.elements++;
    object(TEXTS[tag], ['content'])(value, path, walk);
  };
}

export const plainText = text('plain_text');

const iconSize = matching(/^\d{1,3}px \d{1,3}px$/, 'width and height in pixels');

const ICONS: Record<string, Check> = {
  standard_icon: object({ tag: string(), token: string(), color: colour, size: iconSize }, ['token']),
  custom_icon: object({ tag: string(), img_key: string(), size: iconSize }, ['img_key']),
};

export const icon: Check = (value, path, walk) => {
  const tag = isObject(value) ? String(value.tag) : '';
  const check = Object.hasOwn(ICONS, tag) ? ICONS[tag] : undefined;
  if (check) check(value, path, walk);
  else report(walk, path, 'not an icon');
};

export const confirm = object({ title: plainText, text: plainText }, ['title', 'text']);

const BEHAVIOURS: Record<string, Check> = {
  // The SDK's types and its long connection know nothing but objects as values.
  callback: object({ type: string(), value: anyObject }, ['value']),
  open_url: object(
    { type: string(), default_url: string(), pc_url: string(), ios_url: string(), android_url: string() },
    ['default_url'],
  ),
};

export const behaviors = list((value, path, walk) => {
  const type = isObject(value) ? String(value.type) : '';
  const check = Object.hasOwn(BEHAVIOURS, type) ? BEHAVIOURS[type] : undefined;
  if (check) check(value, path, walk);
  else report(walk, path, 'not a behaviour');
});

export const multiUrl = object({
  url: string(),
  pc_url: string(),
  ios_url: string(),
  android_url: string(),
});

export const textTag = object(
  {
    tag: oneOf('text_tag'),
    element_id: elementId,
    text: plainText,
    color: oneOf(
      'neutral',
      'blue',
      'turquoise',
      'lime',
      'orange',
      'violet',
      'indigo',
      'wathet',
      'green',
      'yellow',
      'red',
      'purple',
      'carmine',
    ),
  },
  ['tag', 'text'],
);

/** Layout of everything that holds elements. */
export const layout: Record<string, Check> = {
  direction,
  horizontal_spacing: spacing,
  horizontal_align: align,
  vertical_spacing: spacing,
  vertical_align: verticalAlign,
};
