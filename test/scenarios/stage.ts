import { passTime } from '../../src/main/demo-time.ts';
import type { Platform } from '../../src/simulator/platform/types.ts';
import { buildHouse, type House, moment, type World } from '../support/house.ts';
import { createPerson, type Person, textsIn } from './person.ts';
import { GROUP, populate, type SeatName, seats, town, visitor } from './town.ts';

/** How the world treats the product. */
export interface Weather {
  /** Every event and click twice, events shuffled where they may be, payloads as rough as in live traffic. */
  rough?: boolean;
  /** Steps that each process lives, the first one first; the last one lives on. */
  lives?: readonly number[];
}

export type Cast = Record<SeatName | 'visitor', Person>;

/** The house with people in it, and time that passes. */
export interface Stage extends Cast {
  house: House;
  platform: Platform;
  weather: Weather;
  /** Lets time pass until then; whatever falls due on the way happens at its own moment. */
  timeIs(shanghai: string): Promise<void>;
  /** The machine is switched off until then; what people do meanwhile the platform tries to deliver, on its ladder. */
  whileOff(shanghai: string, act?: () => Promise<unknown>): Promise<void>;
  /** What these people do may reach the product in any order. */
  inAnyOrder(act: () => Promise<unknown>): Promise<void>;
  /** Both sides have come to rest, and a process that died has been started again until it stays alive. */
  rest(): Promise<void>;
  /** Times the process has died. */
  deaths(): number;
  /** Everything the bot said, by person and chat, as it reads now; without times and in no order. */
  outcome(): Record<string, string[]>;
}

/** Longer than any lease and any claim's age, so that a new process takes up what the dead one left. */
const RESTART_MINUTES = 6;

export interface StageOptions {
  at?: string;
  weather?: Weather;
  world?: World;
  prepare?(platform: Platform): void;
  timeoutMs?: number;
}

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const weather = options.weather ?? {};
  const lives = [...(weather.lives ?? [])];
  const world = options.world ?? (await town());
  const house = await buildHouse({
    at: options.at ?? '2026-06-29T17:00',
    world,
    steps: lives.shift(),
    timeoutMs: options.timeoutMs,
    prepare: options.prepare ?? populate,
  });
  const { platform, clock } = house;
  platform.faults.duplicateEvents = weather.rough === true;
  platform.faults.roughPayloads = weather.rough === true;
  let deaths = 0;
  let off = false;

  /** Two people who act at once find one process dead, and it is started again once. */
  let last: Promise<void> = Promise.resolve();
  function rest(): Promise<void> {
    last = last.then(recover);
    return last;
  }

  async function recover(): Promise<void> {
    await house.settled();
    if (off) return;
    while (house.dead()) {
      deaths++;
      clock.reach(clock.now() + RESTART_MINUTES * 60_000);
      await house.restart(lives.shift());
      await house.heartbeat();
    }
  }

  async function timeIs(shanghai: string): Promise<void> {
    const to = moment(shanghai);
    const steered = { now: clock.now, hold: clock.reach, go() {} };
    while (clock.now() < to) {
      try {
        await passTime(house.qingfu(), platform, steered, to);
      } catch (error) {
        if (!house.dead()) throw error;
      }
      await rest();
    }
  }

  const stage: Stage = {
    ...cast(),
    house,
    platform,
    weather,
    timeIs,
    async whileOff(shanghai, act = () => Promise.resolve()) {
      const to = moment(shanghai);
      off = true;
      await house.kill();
      await act();
      for (let next = await platform.runDue(); next && next < to; next = await platform.runDue())
        clock.reach(next);
      clock.reach(to);
      off = false;
      await house.restart();
      await house.heartbeat();
    },
    async inAnyOrder(act) {
      platform.faults.hold = weather.rough === true;
      await act();
      platform.faults.hold = false;
      await platform.release();
      await rest();
    },
    rest,
    deaths: () => deaths,
    outcome: () =>
      Object.fromEntries(
        platform
          .people()
          .flatMap(({ openId, name }) =>
            platform
              .view(openId)
              .chats.map((chat) => [
                chat.kind === 'group' ? chat.name : name,
                textsIn(chat).map(withoutTimes).toSorted(),
              ]),
          ),
      ),
  };

  function cast(): Cast {
    const everybody = { ...seats, visitor };
    return Object.fromEntries(
      Object.entries(everybody).map(([role, seat]) => [role, createPerson(seat, () => stage)]),
    ) as Cast;
  }

  opened.add(stage);
  return stage;
}

function withoutTimes(text: string): string {
  return text.replace(/\d{1,2}:\d{2}/g, '时刻');
}

/** Stages of the running test: the manners of all their messages are looked at before they are closed. */
export const opened = new Set<Stage>();

export { GROUP };
