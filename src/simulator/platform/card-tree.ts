export type Node = Record<string, unknown>;

export interface Placed {
  node: Node;
  /** The form around it. */
  form?: Node;
  /** Text right before it, which people read as its label. */
  before: string;
}

/** Data in a card, not structure. */
const OPAQUE = new Set(['behaviors', 'value', 'chart_spec', 'rows', 'config']);
const TEXTS = new Set(['markdown', 'plain_text', 'lark_md']);

/** Every component of a card in reading order, whatever it is nested in. */
export function nodesIn(card: Node): Placed[] {
  const found: Placed[] = [];
  let before = '';
  const walk = (value: unknown, form: Node | undefined): void => {
    if (Array.isArray(value)) {
      for (const each of value) walk(each, form);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const node = value as Node;
    if (typeof node.tag === 'string') {
      found.push({ node, before, ...(form && { form }) });
      if (TEXTS.has(node.tag) && typeof node.content === 'string') before = node.content;
    }
    if (node.tag === 'form') before = '';
    const inner = node.tag === 'form' ? node : form;
    for (const [key, child] of Object.entries(node)) if (!OPAQUE.has(key)) walk(child, inner);
    if (isField(node) || node.tag === 'button') before = '';
  };
  walk(card, undefined);
  return found;
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
  'select_img',
]);

export function isField(node: Node): boolean {
  return FIELDS.has(String(node.tag));
}

export function contentOf(text: unknown): string {
  const content = (text as { content?: unknown } | undefined)?.content;
  return typeof content === 'string' ? content : '';
}

/** Texts and numbers as text; anything else is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Words without markup, as a person reads them. */
export function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/[*_~`]/g, '')
    .trim();
}
