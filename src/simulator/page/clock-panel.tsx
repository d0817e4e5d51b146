/** @jsxImportSource hono/jsx/dom */
import { useEffect, useRef, useState } from 'hono/jsx/dom';
import { dayOf, instantAt, timeOf } from '../../kernel/day.ts';
import type { ClockState, MoveReport } from '../wire.ts';
import { moveClock } from './actions.ts';
import { Calendar } from './calendar.tsx';
import { ClockReport } from './clock-report.tsx';
import { openAt } from './floating.ts';
import { Icon } from './icons.tsx';
import { dateName, weekdayName } from './time.ts';

interface Props {
  clock: ClockState;
  moving: boolean;
  report: MoveReport | undefined;
}

/** The business clock: what it shows, and the ways to move it on. */
export function ClockPanel({ clock, moving, report }: Props) {
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const today = dayOf(clock.now);
  return (
    <div class="clock">
      <button
        ref={trigger}
        type="button"
        class="clock-now"
        data-testid="clock-now"
        data-now={clock.now}
        aria-haspopup="dialog"
        title="业务时间（北京时间），点击可往前走"
        onClick={() => openAt(panel.current, trigger.current)}
      >
        <Icon name="clock" />
        <span class="clock-date">{`${dateName(today, today)} ${weekdayName(today)}`}</span>
        <strong>{timeOf(clock.now)}</strong>
        <Workday workday={clock.workday} />
      </button>
      <div ref={panel} class="floating clock-panel" popover="auto" role="dialog" aria-label="业务时间">
        <div class="clock-head">
          <span>
            <small>业务时间（北京时间）</small>
            <b>{timeOf(clock.now)}</b>
          </span>
          <span class="clock-day">
            {`${today.slice(0, 4)}年${dateName(today, today)} ${weekdayName(today)}`}
            <Workday workday={clock.workday} />
          </span>
        </div>
        <div class="clock-jumps">
          {clock.jumps.map((jump) => (
            <button
              key={jump.id}
              type="button"
              class="button"
              data-type="default"
              data-testid="clock-advance"
              data-jump={jump.id}
              disabled={moving || jump.to === undefined}
              title={jump.why ?? (jump.to === undefined ? '' : spoken(jump.to))}
              onClick={() => void moveClock(jump.to ?? clock.now)}
            >
              {jump.label}
            </button>
          ))}
        </div>
        {clock.jumps.find((jump) => jump.why) ? (
          <p class="hint">{clock.jumps.find((jump) => jump.why)?.why}</p>
        ) : null}
        <Pick key={today} clock={clock} moving={moving} />
        <ClockReport report={report} moving={moving} onLeave={() => panel.current?.hidePopover()} />
      </div>
    </div>
  );
}

function Workday({ workday }: { workday: boolean | undefined }) {
  const text = workday === undefined ? '无放假表' : workday ? '工作日' : '休息日';
  return (
    <span class="workday" data-workday={String(workday)}>
      {text}
    </span>
  );
}

function spoken(instant: number): string {
  const day = dayOf(instant);
  return `${day} ${weekdayName(day)} ${timeOf(instant)}`;
}

const HOURS = Array.from({ length: 24 }, (_, i) => String(i).padStart(2, '0'));
const MINUTES = Array.from({ length: 12 }, (_, i) => String(i * 5).padStart(2, '0'));

/** Any day and time from now on. */
function Pick({ clock, moving }: { clock: ClockState; moving: boolean }) {
  const today = dayOf(clock.now);
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState(today);
  const [hour, setHour] = useState('09');
  const [minute, setMinute] = useState('00');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) box.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <div class="clock-pick" ref={box}>
      <button
        type="button"
        class="link-row"
        data-testid="clock-pick"
        aria-expanded={String(open)}
        onClick={() => setOpen(!open)}
      >
        <Icon name="calendar" size={16} />
        选日期和时间
        <Icon name={open ? 'down' : 'right'} size={14} />
      </button>
      {open ? (
        <div class="clock-pick-body">
          <Calendar value={day} today={today} from={today} onPick={setDay} />
          <div class="clock-pick-time">
            <Choice label="时" value={hour} options={HOURS} onChange={setHour} />
            <span>:</span>
            <Choice label="分" value={minute} options={MINUTES} onChange={setMinute} />
            <span class="grow" />
            <button
              type="button"
              class="button"
              data-type="primary_filled"
              data-testid="clock-go"
              disabled={moving}
              onClick={() => void moveClock(instantAt(day, `${hour}:${minute}`))}
            >
              {`走到 ${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 ${hour}:${minute}`}
            </button>
          </div>
        </div>
      ) : null}
    </div>
  );
}

function Choice(props: { label: string; value: string; options: string[]; onChange(value: string): void }) {
  return (
    <select
      aria-label={props.label}
      data-testid={`clock-${props.label}`}
      value={props.value}
      onChange={(event: Event) => props.onChange((event.target as HTMLSelectElement).value)}
    >
      {props.options.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </select>
  );
}
