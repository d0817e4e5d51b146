import type { Messenger } from '../../src/chat/message.ts';
import type { Store } from '../../src/store/db.ts';

/** A process that dies at its n-th step: before or after a commit, before or after a request. Dead means dead. */
export interface Mortal {
  store(store: Store): Store;
  messenger(messenger: Messenger): Messenger;
  /** True when the process came to its end alive. */
  survives(life: () => Promise<unknown>): Promise<boolean>;
}

class Death extends Error {}

export function mortal(deathAt: number): Mortal {
  let steps = 0;

  function step(): void {
    steps++;
    if (steps >= deathAt) throw new Death(`step ${deathAt}`);
  }

  async function between<T>(act: () => Promise<T>): Promise<T> {
    step();
    const result = await act();
    step();
    return result;
  }

  return {
    store: (store) => ({ ...store, atomically: (statements) => between(() => store.atomically(statements)) }),
    messenger: (messenger) => ({
      send: (to, card, uuid) => between(() => messenger.send(to, card, uuid)),
    }),
    async survives(life) {
      try {
        await life();
      } catch (error) {
        if (!(error instanceof Death)) throw error;
      }
      return steps < deathAt;
    },
  };
}
