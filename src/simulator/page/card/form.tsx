/** @jsxImportSource hono/jsx/dom */
import { useRef, useState } from 'hono/jsx/dom';
import { type ElementProps, Elements } from './element.tsx';
import {
  draftKey,
  draftOf,
  type FormState,
  fieldsOf,
  initialValue,
  isEmpty,
  isRequired,
  keepDraft,
  sendForm,
  type Value,
} from './form-state.ts';
import { str } from './node.ts';
import { flow, margin } from './style.ts';

/** Collects its fields; a submit goes out only when nothing required is empty. */
export function Form({ element, at }: ElementProps) {
  const key = draftKey(at.place, element);
  const fields = fieldsOf(element);
  const initial = () => Object.fromEntries(fields.map((field) => [str(field['name']), initialValue(field)]));
  const [values, setValues] = useState<Record<string, Value>>(() => draftOf(key) ?? initial());
  const [problems, setProblems] = useState<Record<string, string>>({});
  const box = useRef<HTMLDivElement>(null);
  /** What was typed last, also within one turn of events. */
  const latest = useRef(values);

  const keep = (next: Record<string, Value>) => {
    latest.current = next;
    keepDraft(key, next);
    setValues(next);
  };

  const form: FormState = {
    values,
    problems,
    set(name, value) {
      keep({ ...(latest.current ?? values), [name]: value });
      if (problems[name]) setProblems({ ...problems, [name]: '' });
    },
    reset() {
      keep(initial());
      setProblems({});
    },
    check() {
      const missing = fields
        .map((field) => ({ field, name: str(field['name']) }))
        .filter(({ field, name }) => isRequired(field) && isEmpty((latest.current ?? values)[name]));
      setProblems(Object.fromEntries(missing.map(({ name }) => [name, '这一项必填'])));
      const first = missing[0]?.name;
      if (first) box.current?.querySelector<HTMLElement>(`[data-name="${CSS.escape(first)}"]`)?.focus();
      return first === undefined;
    },
    submit: (button) => sendForm(at.place, fields, latest.current ?? values, button),
  };
  return (
    <div ref={box} class="form" data-testid="form" style={{ ...flow(element, '12px'), ...margin(element) }}>
      <Elements elements={element['elements']} at={{ ...at, form }} />
    </div>
  );
}
