import type { ActionButton, Button, ButtonsBlock } from '../chat/card.ts';
import { type Element, type NextId, plain } from './card-parts.ts';

const TYPES = { primary: 'primary_filled', default: 'default', danger: 'danger' } as const;

/** Version of the value a button carries; an older card's click can be told from a newer one's. */
const VALUE_VERSION = 1;

/** Side by side as far as there is room; `flow` wraps them on a phone. */
export function buttonRow({ buttons }: ButtonsBlock, nextId: NextId): Element[] {
  if (buttons.length === 0) return [];
  return [
    {
      tag: 'column_set',
      element_id: nextId(),
      flex_mode: 'flow',
      horizontal_spacing: '8px',
      columns: buttons.map((button) => ({
        tag: 'column',
        width: 'auto',
        elements: [buttonElement(button, nextId)],
      })),
    },
  ];
}

function buttonElement(button: Button, nextId: NextId): Element {
  if ('url' in button) {
    return {
      tag: 'button',
      element_id: nextId(),
      text: plain(button.text),
      type: TYPES.default,
      behaviors: [{ type: 'open_url', default_url: button.url }],
    };
  }
  return { ...actionButton(button, nextId), type: TYPES[button.style ?? 'default'] };
}

export function actionButton(button: ActionButton, nextId: NextId): Element {
  const { confirm } = button;
  return {
    tag: 'button',
    element_id: nextId(),
    text: plain(button.text),
    behaviors: [{ type: 'callback', value: { ...button.value, a: button.action, v: VALUE_VERSION } }],
    ...(confirm && { confirm: { title: plain(confirm.title), text: plain(confirm.text) } }),
  };
}

/** The button without which a form is refused. */
export function submitButton(button: ActionButton, name: string, nextId: NextId): Element {
  return {
    ...actionButton(button, nextId),
    type: TYPES[button.style ?? 'primary'],
    name,
    form_action_type: 'submit',
  };
}
