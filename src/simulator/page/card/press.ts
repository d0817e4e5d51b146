import type { Press } from '../../platform/types.ts';
import { ask, press, toast } from '../actions.ts';
import type { At } from './element.tsx';
import { type Node, node, nodes, str, words } from './node.ts';

/** Asks first where the component wants it. */
export async function confirmed(element: Node): Promise<boolean> {
  const confirm = node(element['confirm']);
  return element['confirm'] === undefined || ask(words(confirm['title']), words(confirm['text']));
}

/** Carries out what a component outside a form does when it is used; `more` is what the person chose in it. */
export async function actOn(element: Node, at: At, more: Omit<Press, 'value' | 'name'> = {}): Promise<void> {
  if (!(await confirmed(element))) return;
  const behaviours = nodes(element['behaviors']);
  for (const link of behaviours.filter((one) => str(one['type']) === 'open_url')) openLink(link);
  const callback = behaviours.find((one) => str(one['type']) === 'callback');
  // Pickers and overflow menus carry `value` themselves and call back without a behaviour.
  const value = callback ? callback['value'] : element['value'];
  if (!callback && value === undefined && more.tag === undefined) return;
  const name = str(element['name']);
  await press(at.place.messageId, { value: value ?? {}, ...(name ? { name } : {}), ...more });
}

function openLink(link: Node): void {
  const url = str(link['pc_url']) || str(link['default_url']);
  if (/^https?:\/\//.test(url)) window.open(url, '_blank', 'noopener');
  else toast('warning', `这个链接打不开：${url}`);
}
