import type { Actor } from '../kernel/actor.ts';
import type { Calendar } from '../kernel/calendar.ts';
import type { Ids, Logger, Model } from '../kernel/ports.ts';
import type { Db } from './db.ts';

/** The office that runs this installation, as shown by 关于 (BR-01, BR-02, BR-32). */
export interface Host {
  organisation: string;
  level: 'city' | 'county';
  filingNumber: string;
  filingDate: string;
  /** Who is served while there is no filing number. */
  trialOpenIds: readonly string[];
  bootstrapAdmins: readonly string[];
  version: string;
  publicUrl: string;
  /** When unasked messages may come, Shanghai wall clock on workdays; the default is in `delivery/rules/quiet.ts`. */
  workingHours?: readonly { from: string; to: string }[];
}

/**
 * What every verb receives. Verbs read and decide; they cannot write, because only the runner that called them
 * holds the store. They return their writes instead (`chat/outcome.ts`).
 */
export interface Ctx {
  db: Db;
  /** The moment of this effect, ms UTC: one value for everything it writes. */
  now: number;
  ids: Ids;
  calendar: Calendar;
  log: Logger;
  actor: Actor;
  host: Host;
  /** Absent unless the settings name one; everything works without it. */
  model?: Model | undefined;
}
