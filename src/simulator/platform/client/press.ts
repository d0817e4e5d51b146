import { contentOf, type Node, nodesIn, plain } from '../card-tree.ts';
import type { Faults, Press as Reported } from '../types.ts';
import { filled, formValue, objection } from './fill.ts';
import { fieldsOf, findButton } from './find.ts';
import { ClientRefusal } from './refusal.ts';

export type Press =
  /** `action` of the callback. */
  { send: Record<string, unknown> } | { url: string } | { blocked: string } | { nothing: true };

const SHANGHAI = { timezone: 'Asia/Shanghai' };

/** What the client does when a button is pressed; a confirmation is taken as given. */
export function press(card: Node, wanted: string, empty: Faults['emptyFields']): Press {
  const { node, form, option } = findButton(card, wanted);
  if (node.disabled === true) return { blocked: contentOf(node.disabled_tips) || `“${wanted}”现在不能点` };
  if (option !== undefined) return { send: { ...valueOf(node), tag: 'overflow', option } };
  if (form && isSubmit(node)) return submitWith(card, form, node, {}, empty);
  if (isReset(node)) return { nothing: true };
  return pressed(node);
}

/** Fills the form and presses its submit button, the first one when none is named. */
export function submit(
  card: Node,
  values: Record<string, unknown>,
  wanted: string | undefined,
  empty: Faults['emptyFields'],
): Press {
  const submits = nodesIn(card).filter(({ node, form }) => form && isSubmit(node));
  const chosen =
    wanted === undefined
      ? (submits.find(({ form }) => hasAll(card, form, Object.keys(values))) ?? submits[0])
      : submits.find(({ node }) => plain(contentOf(node.text)) === wanted || node.name === wanted);
  if (!chosen?.form) throw new ClientRefusal('卡片上没有可提交的表单');
  if (chosen.node.disabled === true) return { blocked: '现在不能提交' };
  return submitWith(card, chosen.form, chosen.node, values, empty);
}

/** As another client reports it, with or without a card in front of it. */
export function reported({ value, name, tag = 'button', option, checked, input, form }: Reported): {
  send: Record<string, unknown>;
} {
  return {
    send: {
      value,
      tag,
      ...(name !== undefined && { name }),
      ...(option !== undefined && { option }),
      ...(checked !== undefined && { checked }),
      ...(input !== undefined && { input_value: input }),
      ...(form && { form_value: form }),
      ...((form || /picker/.test(tag)) && SHANGHAI),
    },
  };
}

function submitWith(
  card: Node,
  form: Node,
  button: Node,
  entries: Record<string, unknown>,
  empty: Faults['emptyFields'],
): Press {
  const fields = fieldsOf(card, form);
  const values = filled(fields, entries);
  const blocked = objection(fields, values);
  if (blocked) return { blocked };
  return {
    send: {
      ...valueOf(button),
      tag: 'button',
      name: button.name,
      ...SHANGHAI,
      form_value: formValue(fields, values, empty),
    },
  };
}

function pressed(node: Node): Press {
  const callback = behaviour(node, 'callback');
  const url = behaviour(node, 'open_url')?.default_url;
  const named = typeof node.name === 'string' ? { name: node.name } : {};
  if (callback) return { send: { ...valueOf(node), tag: node.tag, ...named } };
  return typeof url === 'string' ? { url } : { nothing: true };
}

/** Pickers and menus carry `value` themselves, everything else within its behaviour. */
function valueOf(node: Node): { value?: unknown } {
  const value = behaviour(node, 'callback')?.value ?? node.value;
  return value === undefined ? {} : { value };
}

function behaviour(node: Node, type: string): Node | undefined {
  const behaviours = Array.isArray(node.behaviors) ? (node.behaviors as Node[]) : [];
  return behaviours.find((each) => each.type === type);
}

function isSubmit(node: Node): boolean {
  return node.form_action_type === 'submit' || node.action_type === 'form_submit';
}

function isReset(node: Node): boolean {
  return node.form_action_type === 'reset' || node.action_type === 'form_reset';
}

function hasAll(card: Node, form: Node | undefined, wanted: string[]): boolean {
  const fields = fieldsOf(card, form);
  return wanted.every((each) => fields.some(({ name, labels }) => name === each || labels.includes(each)));
}
