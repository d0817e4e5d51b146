import {
  anyObject,
  boolean,
  checkAttributes,
  elementId,
  list,
  margin,
  object,
  oneOf,
  padding,
  string,
} from './card-attributes.ts';
import { CONTAINERS, DISPLAY } from './card-components.ts';
import { CONTROLS } from './card-controls.ts';
import { icon, layout, multiUrl, text, textTag } from './card-texts.ts';
import {
  type CardProblem,
  type Check,
  CODE,
  type Component,
  isObject,
  report,
  type Walk,
} from './card-walk.ts';

export type { CardProblem } from './card-walk.ts';

export interface CheckOptions {
  /** The documentation allows 5 tables to a card, the platform was seen to refuse a fourth. */
  maxTables?: number;
}

const MAX_TABLES = 3;
const MAX_ELEMENTS = 200;
const MAX_BYTES = 30 * 1024;
const MAX_NESTING = 5;

const COMPONENTS: Record<string, Component> = { ...DISPLAY, ...CONTAINERS, ...CONTROLS };

/**
 * Everything for which the platform would refuse this card (JSON 2.0, parsed), judged by an allow-list: whatever is
 * not known to be legal is a problem, because 2.0 refuses unknown tags and attributes. Empty when it would be taken.
 */
export function checkCard(json: unknown, options: CheckOptions = {}): CardProblem[] {
  const walk: Walk = {
    problems: [],
    ids: new Set(),
    names: new Set(),
    elements: 0,
    tables: 0,
    submitButtons: 0,
    within: [],
    component,
  };
  if (!isObject(json)) {
    report(walk, '', 'not a card');
    return walk.problems;
  }
  if (json.schema !== '2.0') report(walk, 'schema', 'not a 2.0 card', CODE.version);
  for (const [key, value] of Object.entries(json)) {
    const check = Object.hasOwn(ROOT, key) ? ROOT[key] : undefined;
    if (check) check(value, key, walk);
    else report(walk, key, 'unknown attribute');
  }
  const maxTables = options.maxTables ?? MAX_TABLES;
  if (walk.tables > maxTables) report(walk, 'body', `more than ${maxTables} tables`, CODE.tooMuch);
  if (walk.elements > MAX_ELEMENTS) report(walk, 'body', `more than ${MAX_ELEMENTS} elements`, CODE.tooMuch);
  const bytes = new TextEncoder().encode(JSON.stringify(json)).length;
  if (bytes > MAX_BYTES) report(walk, '', `${bytes} bytes, more than 30 KB`, CODE.tooLarge);
  return walk.problems;
}

const shared: Check = (value, path, walk) => {
  if (value !== true) report(walk, path, '2.0 cards are always shared', CODE.notShared);
};

const perClient = object({ default: anyNumber(), android: anyNumber(), ios: anyNumber(), pc: anyNumber() });

const ROOT: Record<string, Check> = {
  schema: string(),
  config: object({
    update_multi: shared,
    streaming_mode: boolean,
    streaming_config: object({
      print_frequency_ms: perClient,
      print_step: perClient,
      print_strategy: oneOf('fast', 'delay'),
    }),
    summary: object({ content: string(), i18n_content: anyObject }),
    width_mode: oneOf('default', 'compact', 'fill'),
    enable_forward: boolean,
    enable_forward_interaction: boolean,
    use_custom_translation: boolean,
    locales: list(string()),
    style: object({ text_size: anyObject, color: anyObject }),
  }),
  card_link: multiUrl,
  header: object(
    {
      title: text('plain_text', 'lark_md'),
      subtitle: text('plain_text', 'lark_md'),
      text_tag_list: list(textTag, 3),
      i18n_text_tag_list: anyObject,
      template: oneOf(
        'blue',
        'wathet',
        'turquoise',
        'green',
        'yellow',
        'orange',
        'red',
        'carmine',
        'violet',
        'purple',
        'indigo',
        'grey',
        'default',
      ),
      icon,
      padding,
    },
    ['title'],
  ),
  body: object({ ...layout, padding, elements: list(component) }),
};

function component(value: unknown, path: string, walk: Walk): void {
  if (!isObject(value) || typeof value.tag !== 'string') return report(walk, path, 'not a component');
  const { tag, ...attributes } = value;
  const spec = Object.hasOwn(COMPONENTS, tag) ? COMPONENTS[tag] : undefined;
  if (!spec) return report(walk, path, `unknown tag ${tag}`, CODE.unknownTag);
  walk.elements++;
  checkPlace(tag, spec, attributes, path, walk);

  const submitsBefore = walk.submitButtons;
  walk.within.push(tag);
  const allowed = { element_id: elementId, margin, ...spec.attributes };
  checkAttributes(attributes, allowed, spec.required ?? [], path, walk);
  spec.also?.(attributes, path, walk);
  walk.within.pop();
  if (tag === 'form' && walk.submitButtons === submitsBefore)
    report(walk, path, 'a form without submit button');
}

function checkPlace(
  tag: string,
  spec: Component,
  attributes: Record<string, unknown>,
  path: string,
  walk: Walk,
) {
  const { within } = walk;
  const inForm = within.includes('form');
  if (spec.only === 'root' && within.length > 0) report(walk, path, `${tag} stands at the root only`);
  if (spec.only === 'form' && !inForm) report(walk, path, `${tag} stands in a form only`);
  if (spec.only === 'column_set' && within.at(-1) !== 'column_set')
    report(walk, path, `${tag} stands in a column_set only`);
  const host = spec.notIn?.find((each) => within.includes(each));
  if (host) report(walk, path, `${tag} may not stand in a ${host}`);
  if (spec.container && within.filter((each) => COMPONENTS[each]?.container).length >= MAX_NESTING)
    report(walk, path, `nested deeper than ${MAX_NESTING}`);
  if (!spec.control) return;
  if (inForm && attributes.name === undefined)
    report(walk, path, `${tag} in a form without name`, CODE.noName);
  if (!inForm && attributes.required !== undefined) report(walk, `${path}.required`, 'outside a form');
}

function anyNumber(): Check {
  return (value, path, walk) => {
    if (typeof value !== 'number') report(walk, path, 'not a number');
  };
}
