/** @jsxImportSource hono/jsx/dom */
import { useState } from 'hono/jsx/dom';
import { ButtonElement } from './button.tsx';
import type { ElementProps } from './element.tsx';
import { labelOf } from './field.tsx';
import { node, nodes, str } from './node.ts';
import { actOn } from './press.ts';
import { flow, margin } from './style.ts';
import { Text } from './text.tsx';

export function Checker({ element, at }: ElementProps) {
  const { form } = at;
  const name = str(element['name']);
  const [alone, setAlone] = useState(element['checked'] === true);
  const checked = form ? form.values[name] === true : alone;
  const style = node(element['checked_style']);
  const flip = () => {
    if (form) return form.set(name, !checked);
    setAlone(!checked);
    void actOn(element, at, { tag: 'checker', checked: !checked });
  };
  return (
    <div
      class="checker"
      data-struck={String(checked && style['show_strikethrough'] === true)}
      style={{
        ...margin(element),
        ...flow({ padding: element['padding'], direction: 'horizontal', vertical_align: 'center' }),
      }}
    >
      <button
        type="button"
        role="checkbox"
        class="checker-box"
        data-testid={`field-${labelOf(element)}`}
        data-name={name}
        aria-checked={String(checked)}
        disabled={element['disabled'] === true}
        onClick={flip}
      >
        <span class="tick" aria-hidden="true" />
        <Text of={node(element['text'])} place={at.place} />
      </button>
      {nodes(node(element['button_area'])['buttons']).map((button, i) => (
        <ButtonElement key={String(i)} element={{ size: 'small', ...button }} at={at} />
      ))}
    </div>
  );
}
