import { submit } from '../actions.ts';
import { type Node, node, nodes, type Place, str } from './node.ts';

export type Value = string | string[] | boolean;

export interface FormState {
  values: Record<string, Value>;
  /** By field name, shown beside the field. */
  problems: Record<string, string>;
  set(name: string, value: Value): void;
  reset(): void;
  /** False when a required field is empty; the problems are shown and the first field is focused. */
  check(): boolean;
  submit(button: string): Promise<void>;
}

/** Entries that were not submitted yet, so that they survive a look into another chat. */
const drafts = new Map<string, Record<string, Value>>();

export function draftKey(place: Place, form: Node): string {
  return [place.messageId, place.version, str(form['name'])].join(' ');
}

export function draftOf(key: string): Record<string, Value> | undefined {
  return drafts.get(key);
}

export function keepDraft(key: string, values: Record<string, Value>): void {
  drafts.set(key, values);
}

const FIELDS = new Set([
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
]);

/** All fields of a form, however deep they stand in columns and panels. */
export function fieldsOf(element: Node): Node[] {
  return [...nodes(element['elements']), ...nodes(element['columns'])].flatMap((child) =>
    FIELDS.has(str(child['tag'])) ? [child] : fieldsOf(child),
  );
}

export function initialValue(field: Node): Value {
  switch (str(field['tag'])) {
    case 'multi_select_static':
    case 'multi_select_person':
      return Array.isArray(field['selected_values']) ? field['selected_values'].map(String) : [];
    case 'checker':
      return field['checked'] === true;
    case 'date_picker':
      return str(field['initial_date']);
    case 'picker_time':
      return str(field['initial_time']);
    case 'picker_datetime':
      return str(field['initial_datetime']);
    case 'input':
      return str(field['default_value']);
    default:
      return initialOption(field);
  }
}

function initialOption(field: Node): string {
  const index = field['initial_index'];
  const option = typeof index === 'number' && index > 0 ? nodes(field['options'])[index - 1] : undefined;
  return str(field['initial_option']) || str(node(option)['value']);
}

/** Multi-selects are required unless they say otherwise (cards.md, section 4). */
export function isRequired(field: Node): boolean {
  return str(field['tag']).startsWith('multi_select')
    ? field['required'] !== false
    : field['required'] === true;
}

export function isEmpty(value: Value | undefined): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) ? value.length === 0 : value !== true;
}

/** Dates and times go out with the zone, as the client sends them. */
export function wireValue(field: Node, value: Value): Value {
  const timed = ['date_picker', 'picker_time', 'picker_datetime'].includes(str(field['tag']));
  return timed && value ? `${String(value)} +0800` : value;
}

export async function sendForm(
  place: Place,
  fields: Node[],
  values: Record<string, Value>,
  button: string,
): Promise<void> {
  const sent = fields.map((field): [string, Value] => {
    const name = str(field['name']);
    return [name, wireValue(field, values[name] ?? initialValue(field))];
  });
  await submit(place.messageId, Object.fromEntries(sent), button);
}
