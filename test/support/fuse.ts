import type { Messenger } from '../../src/chat/message.ts';
import type { Store } from '../../src/store/db.ts';

/** Thrown by everything a dead process tries to do. */
export class ProcessDied extends Error {
  constructor() {
    super('the process has died');
    this.name = 'ProcessDied';
  }
}

/** Lets a process take so many steps (commits, claims, sends), then kills it before or after the next one. */
export interface Fuse {
  blown(): boolean;
  blow(): void;
  /** Counts one step; runs it unless dead. Odd deaths strike before the step, even ones after it took effect. */
  step<T>(run: () => Promise<T>): Promise<T>;
}

export function createFuse(steps: number): Fuse {
  let left = steps;
  let dead = false;
  return {
    blown: () => dead,
    blow() {
      dead = true;
    },
    async step(run) {
      if (dead) throw new ProcessDied();
      left--;
      if (left > 0) return run();
      const after = steps % 2 === 0;
      if (after) await run();
      dead = true;
      throw new ProcessDied();
    },
  };
}

export function fusedStore(store: Store, fuse: Fuse): Store {
  return {
    db: store.db,
    atomically: (statements) => fuse.step(() => store.atomically(statements)),
    claim: (claim) => fuse.step(() => store.claim(claim)),
    close: () => store.close(),
  };
}

export function fusedMessenger(messenger: Messenger, fuse: Fuse): Messenger {
  return { send: (to, card, uuid) => fuse.step(() => messenger.send(to, card, uuid)) };
}
