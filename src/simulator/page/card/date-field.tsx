/** @jsxImportSource hono/jsx/dom */
import { useRef, useState } from 'hono/jsx/dom';
import { dayOf } from '../../../kernel/day.ts';
import { Calendar } from '../calendar.tsx';
import { openAt } from '../floating.ts';
import { Icon } from '../icons.tsx';
import type { ElementProps } from './element.tsx';
import { Field, labelOf } from './field.tsx';
import { initialValue, isRequired, wireValue } from './form-state.ts';
import { str, words } from './node.ts';
import { actOn } from './press.ts';

/** Day, time of day, or both. Values are `2026-09-10`, `09:30`, `2026-09-10 09:30`. */
export function DateField({ element, at, before }: ElementProps) {
  const { form } = at;
  const tag = str(element['tag']);
  const name = str(element['name']);
  const [alone, setAlone] = useState(String(initialValue(element)));
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const value = form ? String(form.values[name] ?? '') : alone;
  const [day = '', time = ''] = tag === 'picker_time' ? ['', value] : value.split(' ');
  const label = labelOf(element, before);

  const set = (next: string, finished: boolean) => {
    if (form) form.set(name, next);
    else setAlone(next);
    if (!finished) return;
    panel.current?.hidePopover();
    trigger.current?.focus();
    if (!form) void actOn(element, at, { tag, option: String(wireValue(element, next)) });
  };
  const today = dayOf(at.place.today);
  const onTime = (event: Event) => {
    const next = (event.target as HTMLInputElement).value;
    set(tag === 'picker_time' ? next : `${day || today} ${next}`, false);
  };

  return (
    <Field field={element} form={form} required={isRequired(element)}>
      <button
        ref={trigger}
        type="button"
        class="select"
        data-testid={`field-${label}`}
        data-name={name}
        aria-haspopup="dialog"
        aria-label={label}
        aria-invalid={String(Boolean(form?.problems[name]))}
        disabled={element['disabled'] === true}
        onClick={() => openAt(panel.current, trigger.current)}
      >
        {value ? (
          <span class="select-value">{value}</span>
        ) : (
          <span class="placeholder">{words(element['placeholder']) || '请选择日期'}</span>
        )}
        <Icon name={tag === 'picker_time' ? 'clock' : 'calendar'} size={16} />
      </button>
      <div ref={panel} class="floating date-panel" popover="auto" role="dialog" aria-label={label}>
        {tag === 'picker_time' ? null : (
          <Calendar
            value={day}
            today={today}
            onPick={(next) =>
              tag === 'date_picker' ? set(next, true) : set(`${next} ${time || '09:00'}`, false)
            }
          />
        )}
        {tag === 'date_picker' ? null : (
          <div class="date-time">
            <input type="time" class="text-input" aria-label="时间" value={time} onInput={onTime} />
            <button
              type="button"
              class="button"
              data-type="primary_filled"
              data-size="small"
              onClick={() => set(value, true)}
            >
              确定
            </button>
          </div>
        )}
      </div>
    </Field>
  );
}
