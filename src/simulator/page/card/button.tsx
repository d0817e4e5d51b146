/** @jsxImportSource hono/jsx/dom */
import { useRef, useState } from 'hono/jsx/dom';
import type { ElementProps } from './element.tsx';
import { node, str, words } from './node.ts';
import { actOn, confirmed } from './press.ts';
import { margin, width } from './style.ts';
import { Mark } from './text.tsx';

export function ButtonElement({ element, at }: ElementProps) {
  const [busy, setBusy] = useState(false);
  const going = useRef(false);
  const { form } = at;
  const kind =
    str(element['form_action_type']) || (str(element['action_type']) === 'form_submit' ? 'submit' : '');
  const off = element['disabled'] === true;
  const tip = words(off ? element['disabled_tips'] : element['hover_tips']);
  const text = words(element['text']);

  const act = async () => {
    if (form && kind === 'reset') return form.reset();
    if (form && kind === 'submit') {
      if (form.check() && (await confirmed(element))) await form.submit(text || str(element['name']));
      return;
    }
    await actOn(element, at);
  };
  const onClick = async () => {
    if (going.current) return;
    going.current = true;
    setBusy(true);
    try {
      await act();
    } finally {
      going.current = false;
      setBusy(false);
    }
  };
  return (
    <button
      type="button"
      class="button"
      data-testid="card-button"
      data-type={str(element['type'], 'default')}
      data-size={str(element['size'], 'medium')}
      disabled={off}
      aria-busy={String(busy)}
      title={tip || undefined}
      style={{ ...margin(element), ...width(element['width']) }}
      onClick={() => void onClick()}
    >
      <span class="spinner" aria-hidden="true" />
      {element['icon'] ? <Mark icon={node(element['icon'])} size={16} /> : null}
      <span class="button-text">{text}</span>
    </button>
  );
}
