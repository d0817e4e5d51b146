/** What the database alone can tell a doctor. Instants are ms UTC. */
export interface Health {
  stopped: boolean;
  lastHeartbeat: number | null;
  /** The newest event or click that the platform brought, as far back as they are kept (30 days). */
  lastCallback: number | null;
  /** Something was delivered after that one and more than a day ago, so that people had something to answer. */
  sentSinceCallback: boolean;
  /** Years from this one to the next whose holiday notice is missing. */
  calendarGaps: number[];
  /** Every job that has ever run, by name. */
  jobs: JobHealth[];
  /** Messages that wait, by why they wait; `oldest`: since when the first of them is due. */
  waiting: { reason: string; messages: number; oldest: number | null }[];
  /** Messages of the last week that failed, by reason. */
  failed: { reason: string; detail: string; messages: number }[];
  /** Recipients who did not get something in the last week, and in the last day; those who got all in the last day. */
  failedRecipients: { week: number; day: number; reachedDay: number };
  /** Claims that nobody has handled yet, and since when the oldest of them waits. */
  unhandledClaims: number;
  oldestClaim: number | null;
}

export interface JobHealth {
  job: string;
  lastSuccess: number | null;
  /** Its newest run, when that failed or is being tried again. */
  trouble: { slot: string; reason: string; since: number } | null;
}

/** What the platform answered to harmless calls. */
export interface PlatformHealth {
  probes: readonly { name: string; ok: boolean; hint: string }[];
  /** Our clock minus the platform's, ms; undefined when its answers carried no date. */
  skewMs?: number | undefined;
}

/** What only the machine knows; each is undefined where a runtime has no such thing, and then has no line. */
export interface MachineHealth {
  disk?: { freeBytes: number; databaseBytes: number } | undefined;
  /** `newest`: moment of the newest scheduled copy, null when there is none. `off`: switched off by the settings. */
  backup?: { newest: number | null; off: boolean } | undefined;
}

export interface Facts {
  now: number;
  /** The month and day in Shanghai, `12-01`. */
  monthDay: string;
  year: number;
  health: Health;
  platform?: PlatformHealth | undefined;
  machine: MachineHealth;
}

/**
 * `note`: to be looked at by whoever asks. `grave`: the administrator is told without asking, because people are not
 * served, or data may be lost, and nothing else tells.
 */
export type Level = 'ok' | 'note' | 'grave';

export interface Verdict {
  name: string;
  level: Level;
}
