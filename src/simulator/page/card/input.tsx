/** @jsxImportSource hono/jsx/dom */
import { useEffect, useRef, useState } from 'hono/jsx/dom';
import type { ElementProps } from './element.tsx';
import { Field, labelOf } from './field.tsx';
import { initialValue, isRequired } from './form-state.ts';
import { num, str, words } from './node.ts';
import { actOn } from './press.ts';

const LINE_PX = 22;

/** One line, several lines or a password. Outside a form it is sent with Enter. */
export function Input({ element, at }: ElementProps) {
  const { form } = at;
  const name = str(element['name']);
  const [alone, setAlone] = useState(String(initialValue(element)));
  const box = useRef<HTMLTextAreaElement>(null);
  const value = form ? String(form.values[name] ?? '') : alone;
  const kind = str(element['input_type'], 'text');
  const many = kind === 'multiline_text';
  const most = num(element['max_length'], 1000);
  const set = (event: Event) => {
    const next = (event.target as HTMLInputElement).value;
    if (form) form.set(name, next);
    else setAlone(next);
  };
  const rows = num(element['rows'], 5);
  const grows = many && element['auto_resize'] === true;
  useEffect(() => {
    const area = box.current;
    if (!area || !grows) return;
    area.style.height = 'auto';
    const top = num(element['max_rows'], 12) * LINE_PX + 12;
    area.style.height = `${Math.min(Math.max(area.scrollHeight + 2, rows * LINE_PX + 12), top)}px`;
  }, [value]);
  const shared = {
    class: 'text-input',
    'data-testid': `field-${labelOf(element)}`,
    'data-name': name,
    'aria-label': labelOf(element),
    'aria-invalid': String(Boolean(form?.problems[name])),
    placeholder: words(element['placeholder']),
    maxlength: most,
    disabled: element['disabled'] === true,
    value,
    onInput: set,
  };
  return (
    <Field field={element} form={form} required={isRequired(element)}>
      {many ? (
        <div class="area-box">
          <textarea ref={box} rows={rows} {...shared} />
          {value.length > most * 0.8 ? <small class="count">{`${value.length}/${most}`}</small> : null}
        </div>
      ) : (
        <input
          type={kind === 'password' ? 'password' : 'text'}
          autocomplete="off"
          {...shared}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key !== 'Enter' || event.isComposing || form) return;
            void actOn(element, at, { tag: 'input', input: alone });
          }}
        />
      )}
    </Field>
  );
}
