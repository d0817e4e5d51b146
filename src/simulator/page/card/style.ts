import { type Node, str } from './node.ts';

/** `8px`, `4px 0`, `12px 12px 12px 12px`: anything else is not used. */
const BOX = /^-?\d{1,3}(px)?(\s+-?\d{1,3}(px)?){0,3}$/;
const SPACES: Record<string, string> = { small: '4px', medium: '8px', large: '12px', extra_large: '16px' };
const ALIGNS: Record<string, string> = {
  left: 'flex-start',
  top: 'flex-start',
  center: 'center',
  right: 'flex-end',
  bottom: 'flex-end',
};

export type Style = Record<string, string>;

export function box(value: unknown): string | undefined {
  const text = str(value).trim();
  return BOX.test(text) ? text : undefined;
}

export function space(value: unknown, otherwise: string): string {
  const text = str(value);
  return SPACES[text] ?? (/^\d{1,2}px$/.test(text) ? text : otherwise);
}

export function align(value: unknown, otherwise: string): string {
  return ALIGNS[str(value)] ?? otherwise;
}

/** Only what is set: an undefined property would be written out. */
export function styles(parts: Record<string, string | undefined>): Style {
  return Object.fromEntries(
    Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined),
  );
}

export function margin(of: Node): Style {
  return styles({ margin: box(of['margin']) });
}

/** Fixed widths may not leave a phone's card. */
export function width(value: unknown): Style {
  const text = str(value);
  if (text === 'fill') return { width: '100%' };
  return /^\d{2,4}px$/.test(text) ? { width: text, 'max-width': '100%' } : {};
}

/** The flow of a body, column, form or panel. */
export function flow(of: Node, gap = '8px'): Style {
  const across = str(of['direction']) === 'horizontal';
  return styles({
    display: 'flex',
    'flex-direction': across ? 'row' : 'column',
    'flex-wrap': across ? 'wrap' : 'nowrap',
    gap: across ? space(of['horizontal_spacing'], gap) : space(of['vertical_spacing'], gap),
    'align-items': across ? align(of['vertical_align'], 'flex-start') : undefined,
    'justify-content': across
      ? align(of['horizontal_align'], 'flex-start')
      : align(of['vertical_align'], 'flex-start'),
    padding: box(of['padding']),
  });
}

const TONES = new Set([
  'blue',
  'wathet',
  'turquoise',
  'green',
  'lime',
  'yellow',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
  'grey',
  'neutral',
]);

/** `red`, `red-500`, `grey_light` → the tone that the style sheet knows; `undefined` for default and custom colours. */
export function tone(value: unknown): string | undefined {
  const name = str(value).split(/[-_]/)[0] ?? '';
  return TONES.has(name) ? (name === 'neutral' ? 'grey' : name) : undefined;
}
