import { type Node, textOf } from '../card-tree.ts';
import type { Faults } from '../types.ts';
import { type FieldPlace, findField, optionsOf } from './find.ts';
import { ClientRefusal } from './refusal.ts';

const ZONE = '+0800';
const MULTIPLE = new Set(['multi_select_static', 'multi_select_person']);
const LONGEST_INPUT = 1_000;

/** Values as they stand in the fields: what the card brings, and over it what the person enters. */
export function filled(fields: FieldPlace[], entries: Record<string, unknown>): Map<string, unknown> {
  const values = new Map(fields.map(({ node, name }) => [name, initial(node)]));
  for (const [wanted, entry] of Object.entries(entries)) {
    const { node, name } = findField(fields, wanted);
    if (node.disabled === true) throw new ClientRefusal(`“${wanted}”不能修改`);
    values.set(name, entered(node, entry));
  }
  return values;
}

/** What the client checks before it sends anything; undefined when it has nothing to say. */
export function objection(fields: FieldPlace[], values: Map<string, unknown>): string | undefined {
  for (const { node, name, labels } of fields) {
    const value = values.get(name);
    // Lists to choose from demand a choice unless the card says otherwise.
    const required = node.required ?? MULTIPLE.has(String(node.tag));
    if (required === true && isEmpty(value)) return `请填写“${labels[0] ?? name}”`;
    const most = Number(node.max_length ?? LONGEST_INPUT);
    if (node.tag === 'input' && typeof value === 'string' && value.length > most)
      return `“${labels[0] ?? name}”最多 ${most} 个字`;
  }
  return undefined;
}

/** `form_value`: every named field; what is sent for an empty one is not documented, hence the dial. */
export function formValue(
  fields: FieldPlace[],
  values: Map<string, unknown>,
  empty: Faults['emptyFields'],
): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const { node, name } of fields) {
    const value = values.get(name);
    if (!isEmpty(value)) sent[name] = value;
    else if (empty === 'blank') sent[name] = '';
    else if (empty === 'list') sent[name] = [];
    else if (empty === 'natural') sent[name] = MULTIPLE.has(String(node.tag)) ? [] : '';
  }
  return sent;
}

/** As the bot receives it: `2026-09-10 +0800` for a date, option values for choices, text for everything typed. */
function entered(node: Node, entry: unknown): unknown {
  if (entry === null || entry === undefined) return undefined;
  switch (node.tag) {
    case 'select_static':
    case 'select_img':
      return chosen(node, entry);
    case 'multi_select_static':
      return (Array.isArray(entry) ? entry : [entry]).map((each) => chosen(node, each));
    case 'multi_select_person':
      return Array.isArray(entry) ? entry : [entry];
    case 'date_picker':
    case 'picker_time':
    case 'picker_datetime':
      return zoned(textOf(entry));
    case 'checker':
      return entry === true;
    default:
      return textOf(entry);
  }
}

function initial(node: Node): unknown {
  switch (node.tag) {
    case 'input':
      return node.default_value ?? '';
    case 'select_static':
    case 'select_person':
      return node.initial_option ?? optionsOf(node)[Number(node.initial_index ?? 0) - 1]?.value;
    case 'multi_select_static':
    case 'multi_select_person':
      return node.selected_values ?? [];
    case 'date_picker':
      return zoned(node.initial_date);
    case 'picker_time':
      return zoned(node.initial_time);
    case 'picker_datetime':
      return zoned(node.initial_datetime);
    case 'checker':
      return node.checked === true;
    default:
      return undefined;
  }
}

function zoned(text: unknown): string | undefined {
  if (typeof text !== 'string' || text === '') return undefined;
  return / [+-]\d{4}$/.test(text) ? text : `${text} ${ZONE}`;
}

function chosen(node: Node, entry: unknown): string {
  const wanted = textOf(entry);
  const options = optionsOf(node);
  const found = options.find(({ value }) => value === wanted) ?? options.find(({ text }) => text === wanted);
  if (found) return found.value;
  throw new ClientRefusal(`没有“${wanted}”这个选项，只有：${options.map(({ text }) => text).join('、')}`);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
