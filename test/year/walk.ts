import { dayOf, timeOf } from '../../src/kernel/day.ts';
import { moment } from '../support/house.ts';
import { createPostOffice, type Letter } from './post-office.ts';
import type { Quarters } from './quarters.ts';

/** What somebody does at a moment; `by` is the person whose chat the answers go to. */
interface Deed {
  at: number;
  by: string;
  act(): Promise<unknown>;
}

export interface Walk {
  quarters: Quarters;
  /** Everything that the platform's server was given to deliver. */
  letters: readonly Letter[];
  refused: readonly string[];
  /** Somebody will do this then; Shanghai time or ms UTC. */
  plan(at: string | number, by: string, act: () => Promise<unknown>): void;
  /** Called for every message as it comes. */
  onLetter(listener: (letter: Letter) => void): void;
  /** The machine stands still from then until then. */
  off(from: string, to: string): void;
  until(to: string): Promise<void>;
  downtimes: readonly { from: number; to: number }[];
  heartbeats(): number;
}

const MINUTE_MS = 60_000;

export interface Pace {
  groups: ReadonlySet<string>;
  /** Heartbeats come at full multiples of so many minutes, those at which nothing is due left out; 1 in production. */
  minutes?: number;
}

/** From one due moment to the next; whatever people do lies in between, at its own time. */
export function createWalk(quarters: Quarters, { groups, minutes = 1 }: Pace): Walk {
  const { clock } = quarters;
  const office = createPostOffice(quarters.platform, groups);
  const deeds: Deed[] = [];
  const listeners: ((letter: Letter) => void)[] = [];
  const downtimes: { from: number; to: number }[] = [];
  let beats = 0;
  let order = 0;
  const orders = new WeakMap<Deed, number>();

  function plan(at: string | number, by: string, act: () => Promise<unknown>): void {
    const deed = { at: typeof at === 'string' ? moment(at) : at, by, act };
    orders.set(deed, order++);
    deeds.push(deed);
    deeds.sort((a, b) => a.at - b.at || (orders.get(a) ?? 0) - (orders.get(b) ?? 0));
  }

  function tell(by?: string): void {
    for (const letter of office.collect(by === undefined ? undefined : { by }))
      for (const listener of listeners) listener(letter);
  }

  async function perform({ at, by, act }: Deed): Promise<void> {
    clock.reach(at);
    try {
      await act();
    } catch (error) {
      throw new Error(`${by || 'the machine'} on ${dayOf(at)} at ${timeOf(at)}`, { cause: error });
    }
    await quarters.settled();
    tell(by || undefined);
  }

  const nextBeat = (at: number) => Math.ceil(at / (minutes * MINUTE_MS)) * minutes * MINUTE_MS;

  async function until(to: string): Promise<void> {
    const end = moment(to);
    while (clock.now() < end) {
      const due = nextBeat(Math.max(await quarters.nextDue(), clock.now() + 1));
      const deed = deeds[0];
      if (deed && deed.at <= Math.min(due, end)) {
        deeds.shift();
        await perform(deed);
        continue;
      }
      clock.reach(Math.min(due, end));
      await quarters.heartbeat();
      beats++;
      tell();
    }
  }

  return {
    quarters,
    letters: office.letters,
    refused: office.refused,
    plan,
    onLetter: (listener) => void listeners.push(listener),
    off(from, to) {
      downtimes.push({ from: moment(from), to: moment(to) });
      plan(from, '', async () => quarters.switchOff());
      plan(to, '', () => quarters.switchOn());
    },
    until,
    downtimes,
    heartbeats: () => beats,
  };
}
