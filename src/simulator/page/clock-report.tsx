/** @jsxImportSource hono/jsx/dom */
import type { MoveReport, RanSlot } from '../wire.ts';
import { choosePerson } from './actions.ts';
import { jobName, stateName } from './job-names.ts';

/** More names than this are only counted. */
const NAMES = 12;

/** What fell due on the way, and whom to visit now. */
export function ClockReport(props: { report: MoveReport | undefined; moving: boolean; onLeave: () => void }) {
  const { report, moving, onLeave } = props;
  return (
    <div class="clock-report" data-testid="clock-report" aria-live="polite">
      {moving ? <p class="hint">正在走时间，到期的事都会办一遍…</p> : null}
      {report ? (
        <div>
          <p>
            <strong>{`本次触发 ${report.ran.length} 项任务，发出 ${report.sent} 条消息`}</strong>
          </p>
          {report.ran.length > 0 ? (
            <ul class="ran">
              {tally(report.ran).map((line) => (
                <li key={line.name}>
                  <span>{line.name}</span>
                  <small>{line.note}</small>
                </li>
              ))}
            </ul>
          ) : null}
          {report.received.length > 0 ? (
            <div class="received">
              <small>收到新消息的人，点名字坐过去：</small>
              <div class="chips">
                {report.received.slice(0, NAMES).map((person) => (
                  <button
                    key={person.openId}
                    type="button"
                    class="chip"
                    title={person.title}
                    onClick={() => {
                      onLeave();
                      void choosePerson(person.openId);
                    }}
                  >
                    {person.name}
                    <b>{person.count}</b>
                  </button>
                ))}
                {report.received.length > NAMES ? <small>{`等 ${report.received.length} 人`}</small> : null}
              </div>
            </div>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** A job that ran on many days takes one line. */
function tally(ran: RanSlot[]): { name: string; note: string }[] {
  const byName = new Map<string, RanSlot[]>();
  for (const slot of ran) {
    const name = slot.title ?? jobName(slot.slot);
    byName.set(name, [...(byName.get(name) ?? []), slot]);
  }
  return [...byName].map(([name, slots]) => {
    const period = slots[slots.length - 1]?.slot.split('@')[1] ?? '';
    const states = [...new Set(slots.map((slot) => stateName(slot.state)))].join('、');
    return { name, note: slots.length > 1 ? `${slots.length} 次，${states}` : `${period} ${states}`.trim() };
  });
}
