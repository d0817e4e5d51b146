/** @jsxImportSource hono/jsx/dom */
import { useRef, useState } from 'hono/jsx/dom';
import { openAt } from '../floating.ts';
import { Icon } from '../icons.tsx';
import type { ElementProps } from './element.tsx';
import { Field, labelOf } from './field.tsx';
import { initialValue, isRequired } from './form-state.ts';
import { type Node, nameOf, nodes, type Place, str, words } from './node.ts';
import { actOn } from './press.ts';

interface Choice {
  value: string;
  text: string;
}

/** Single and multiple choice of options or people. Outside a form a choice acts at once. */
export function Select({ element, at, before }: ElementProps) {
  const { form } = at;
  const tag = str(element['tag']);
  const name = str(element['name']);
  const many = tag.startsWith('multi_');
  const [alone, setAlone] = useState(initialValue(element));
  const trigger = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const choices = choicesOf(element, at.place);
  const value = form ? (form.values[name] ?? '') : alone;
  const chosen = Array.isArray(value) ? value : [String(value)].filter(Boolean);
  const label = labelOf(element, before);

  const pick = (choice: string) => {
    const flipped = chosen.includes(choice) ? chosen.filter((one) => one !== choice) : [...chosen, choice];
    if (form)
      form.set(name, many ? choices.map((one) => one.value).filter((one) => flipped.includes(one)) : choice);
    else setAlone(choice);
    if (many) return;
    list.current?.hidePopover();
    trigger.current?.focus();
    if (!form) void actOn(element, at, { tag, option: choice });
  };

  return (
    <Field field={element} form={form} required={isRequired(element)}>
      <button
        ref={trigger}
        type="button"
        class="select"
        data-testid={`field-${label}`}
        data-name={name}
        aria-haspopup="listbox"
        aria-label={label}
        aria-invalid={String(Boolean(form?.problems[name]))}
        disabled={element['disabled'] === true}
        onClick={() => openAt(list.current, trigger.current)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          openAt(list.current, trigger.current);
          focusOption(list.current, 0);
        }}
      >
        <Shown
          chosen={chosen}
          choices={choices}
          many={many}
          placeholder={words(element['placeholder']) || '请选择'}
        />
        <Icon name="down" size={14} />
      </button>
      <div
        ref={list}
        class="floating options"
        popover="auto"
        role="listbox"
        aria-label={label}
        aria-multiselectable={String(many)}
        onKeyDown={(event: KeyboardEvent) => walk(event, list.current)}
      >
        {choices.map((choice) => (
          <button
            key={choice.value}
            type="button"
            class="option"
            role="option"
            data-testid={`option-${choice.text}`}
            aria-selected={String(chosen.includes(choice.value))}
            onClick={() => pick(choice.value)}
          >
            <span>{choice.text}</span>
            <Icon name="check" size={16} />
          </button>
        ))}
      </div>
    </Field>
  );
}

function Shown(props: { chosen: string[]; choices: Choice[]; many: boolean; placeholder: string }) {
  const texts = props.chosen.map(
    (value) => props.choices.find((choice) => choice.value === value)?.text ?? value,
  );
  if (texts.length === 0) return <span class="placeholder">{props.placeholder}</span>;
  if (!props.many) return <span class="select-value">{texts[0]}</span>;
  return (
    <span class="select-chips">
      {texts.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </span>
  );
}

function choicesOf(element: Node, place: Place): Choice[] {
  const options = nodes(element['options']);
  if (!str(element['tag']).endsWith('_person'))
    return options.map((option) => ({ value: str(option['value']), text: words(option['text']) }));
  const ids =
    options.length > 0
      ? options.map((option) => str(option['value']))
      : place.directory.people.map((one) => one.openId);
  return ids.map((id) => ({ value: id, text: nameOf(place, id) }));
}

function focusOption(list: HTMLElement | null, index: number): void {
  list?.querySelectorAll<HTMLElement>('[role="option"]')[index]?.focus();
}

function walk(event: KeyboardEvent, list: HTMLElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const options = [...(list?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
  const at = options.indexOf(document.activeElement as HTMLElement);
  if (!step || at < 0) return;
  event.preventDefault();
  focusOption(list, (at + step + options.length) % options.length);
}
