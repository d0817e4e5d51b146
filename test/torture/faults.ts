import Database from 'better-sqlite3';
import { sleep } from '../../src/main/system.ts';
import type { ApiFault } from '../../src/simulator/platform/types.ts';
import type { Subject } from './subject.ts';
import type { Town } from './town.ts';

export interface Stage extends Town {
  subject: Subject;
  dice(): number;
}

/** Something that goes wrong, for as long as it takes; what it changed is as before when it resolves. */
export type Fault = (stage: Stage) => Promise<void>;

const MESSAGES = '/open-apis/im/v1/messages';

function api(fault: Omit<ApiFault, 'path' | 'times'>, times: number, ms = 300): Fault {
  return async ({ platform }) => {
    platform.faults.inject({ path: MESSAGES, times, ...fault });
    await sleep(ms);
    platform.faults.clear();
  };
}

/** Against the platform. */
export const platformFaults = {
  'burst of 429': api({ kind: 'rate-limit', waitSeconds: 1 }, 30),
  'burst of 502': api({ kind: 'status-502' }, 10),
  'pages instead of answers': api({ kind: 'html-502' }, 10),
  'empty answers': api({ kind: 'empty' }, 5),
  'connection reset': api({ kind: 'reset' }, 10),
  'reset after the message was stored': api({ kind: 'reset-after-store' }, 5),
  '502 after the message was stored': api({ kind: '502-after-store' }, 5),
  'hang before the message was stored': api({ kind: 'hang' }, 3),
  'hang after the message was stored': api({ kind: 'hang-after-store' }, 3),
  async 'token revoked'({ platform }: Stage) {
    platform.revokeTokens();
    await sleep(200);
  },
  async 'every event twice, in rough shape'({ platform }: Stage) {
    Object.assign(platform.faults, { duplicateEvents: true, roughPayloads: true });
    await sleep(1500);
    Object.assign(platform.faults, { duplicateEvents: false, roughPayloads: false });
  },
} satisfies Record<string, Fault>;

/** Against the machine under the product. */
export const machineFaults = {
  /** Real SQLITE_FULL: the database may not grow by another page. */
  async 'disk full'({ subject }: Stage) {
    const order = subject.inThisLife();
    await order({ kind: 'pragma', text: 'max_page_count = 1' });
    await sleep(1200);
    await order({ kind: 'pragma', text: 'max_page_count = 1073741823' });
  },
  async 'database read-only'({ subject }: Stage) {
    const order = subject.inThisLife();
    await order({ kind: 'pragma', text: 'query_only = 1' });
    await sleep(1200);
    await order({ kind: 'pragma', text: 'query_only = 0' });
  },
  'database locked by another program': (stage: Stage) => lock(stage, 2500),
  /** What a writer sees of a disk that takes its time: every commit waits. */
  async 'slow disk'(stage: Stage) {
    for (let n = 0; n < 12; n++) {
      await lock(stage, 120);
      await sleep(20);
    }
  },
  async 'clock jumps forward and back'({ subject }: Stage) {
    const order = subject.inThisLife();
    await order({ kind: 'shift', by: 4 * 60_000 });
    await sleep(700);
    await order({ kind: 'shift', by: -6 * 60_000 });
    await sleep(700);
    await order({ kind: 'shift', by: 2 * 60_000 });
  },
} satisfies Record<string, Fault>;

async function lock({ databasePath }: Stage, ms: number): Promise<void> {
  const other = new Database(databasePath);
  other.pragma('busy_timeout = 5000');
  other.exec('begin immediate');
  await sleep(ms);
  other.exec('rollback');
  other.close();
}
