import type { Actor } from '../kernel/actor.ts';
import type { Calendar } from '../kernel/calendar.ts';
import type { Clock, Dice, Ids, Logger, Model } from '../kernel/ports.ts';
import type { Ctx, Host } from './context.ts';
import type { Store } from './db.ts';

/** What the runners (dispatch, jobs, delivery, command line) hold and the verbs do not. Built in `main`. */
export interface Runtime {
  store: Store;
  clock: Clock;
  ids: Ids;
  dice: Dice;
  /** Pauses for that many milliseconds; real time when absent. */
  wait?(ms: number): Promise<void>;
  log: Logger;
  host: Host;
  /** The packaged calendar with the administrator's corrections, as last read by the heartbeat. */
  calendar(): Calendar;
  /** Absent unless the settings name one. */
  model?: Model | undefined;
}

export function contextOf(runtime: Runtime, actor: Actor): Ctx {
  return {
    db: runtime.store.db,
    now: runtime.clock.now(),
    ids: runtime.ids,
    calendar: runtime.calendar(),
    log: runtime.log,
    actor,
    host: runtime.host,
    model: runtime.model,
  };
}
