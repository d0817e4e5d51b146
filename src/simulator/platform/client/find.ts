import { contentOf, isField, type Node, nodesIn, type Placed, plain, textOf } from '../card-tree.ts';
import { ClientRefusal } from './refusal.ts';

/** By the text on it, else by name or element id; an overflow menu is found by its entries. */
export function findButton(card: Node, wanted: string): Placed & { option?: string } {
  const pressable = nodesIn(card).filter(({ node }) => node.tag === 'button' || isContainer(node));
  const byText = pressable.find(({ node }) => plain(contentOf(node.text)) === wanted);
  if (byText) return byText;
  for (const placed of nodesIn(card)) {
    if (placed.node.tag !== 'overflow') continue;
    const option = optionsOf(placed.node).find(({ text }) => text === wanted);
    if (option) return { ...placed, option: option.value };
  }
  const byId = pressable.find(({ node }) => node.name === wanted || node.element_id === wanted);
  if (byId) return byId;
  const known = pressable.map(({ node }) => plain(contentOf(node.text))).filter((text) => text !== '');
  throw new ClientRefusal(`卡片上没有“${wanted}”按钮，只有：${known.join('、') || '（无）'}`);
}

function isContainer(node: Node): boolean {
  return node.tag === 'interactive_container';
}

export function optionsOf(node: Node): { text: string; value: string }[] {
  const options = Array.isArray(node.options) ? (node.options as Node[]) : [];
  return options.map((option) => ({ text: plain(contentOf(option.text)), value: String(option.value) }));
}

export interface FieldPlace {
  node: Node;
  name: string;
  /** What a person would call it: label, placeholder or the text before it; last its name. */
  labels: string[];
}

export function fieldsOf(card: Node, form: Node | undefined): FieldPlace[] {
  return nodesIn(card)
    .filter((placed) => isField(placed.node) && placed.form === form)
    .map(({ node, before }) => ({
      node,
      name: textOf(node.name),
      labels: [
        contentOf(node.label),
        before,
        contentOf(node.text),
        contentOf(node.placeholder),
        textOf(node.name),
        textOf(node.element_id),
      ]
        .map(bare)
        .filter((label) => label !== ''),
    }));
}

/** By name first: it is unique. */
export function findField(fields: FieldPlace[], wanted: string): FieldPlace {
  const found =
    fields.find(({ name }) => name === wanted) ?? fields.find(({ labels }) => labels.includes(bare(wanted)));
  if (found) return found;
  const known = fields.map(({ labels }) => labels[0]).join('、');
  throw new ClientRefusal(`卡片上没有“${wanted}”这一栏，只有：${known || '（无）'}`);
}

/** Without markup and the marks that set a label off from its field. */
function bare(label: string): string {
  return plain(label)
    .replace(/[\s：:*]+$/, '')
    .replace(/（(必填|选填)）$/, '')
    .trim();
}
