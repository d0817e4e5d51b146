/** @jsxImportSource hono/jsx/dom */
import { flushSync, useState } from 'hono/jsx/dom';
import { addDays, type Day, weekdayOf } from '../../kernel/day.ts';
import { addMonths, firstDay, lastDay, monthNumber, monthOf, yearOf } from '../../kernel/period.ts';
import { Icon } from './icons.tsx';

interface Props {
  /** The chosen day; empty when there is none yet. */
  value: Day;
  today: Day;
  /** Earlier days cannot be chosen. */
  from?: Day;
  onPick: (day: Day) => void;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** One month, Monday first; arrow keys walk over its edges. */
export function Calendar({ value, today, from, onPick }: Props) {
  const [month, setMonth] = useState(monthOf(value || today));
  const lead = weekdayOf(firstDay(month)) - 1;
  const start = addDays(firstDay(month), -lead);
  const weeks = Math.ceil((lead + Number(lastDay(month).slice(8))) / 7);
  const days = Array.from({ length: weeks * 7 }, (_, i) => addDays(start, i));

  const walk = (event: KeyboardEvent, day: Day) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next = addDays(day, step);
    const grid = (event.currentTarget as HTMLElement).parentElement;
    // At once: the next key may come before the next frame.
    flushSync(() => setMonth(monthOf(next)));
    grid?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };

  return (
    <div class="calendar">
      <div class="calendar-head">
        <button
          type="button"
          class="tool small"
          aria-label="上个月"
          onClick={() => setMonth(addMonths(month, -1))}
        >
          <Icon name="left" size={16} />
        </button>
        <strong aria-live="polite">{`${yearOf(month)}年${monthNumber(month)}月`}</strong>
        <button
          type="button"
          class="tool small"
          aria-label="下个月"
          onClick={() => setMonth(addMonths(month, 1))}
        >
          <Icon name="right" size={16} />
        </button>
      </div>
      <div class="calendar-grid">
        {['一', '二', '三', '四', '五', '六', '日'].map((name) => (
          <span key={name} class="calendar-weekday" aria-hidden="true">
            {name}
          </span>
        ))}
        {days.map((day) => (
          <button
            key={day}
            type="button"
            class="calendar-day"
            data-day={day}
            data-outside={String(monthOf(day) !== month)}
            data-today={String(day === today)}
            aria-pressed={String(day === value)}
            aria-label={`${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`}
            disabled={from !== undefined && day < from}
            onClick={() => onPick(day)}
            onKeyDown={(event: KeyboardEvent) => walk(event, day)}
          >
            {Number(day.slice(8))}
          </button>
        ))}
      </div>
    </div>
  );
}
