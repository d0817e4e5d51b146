import type { Database, Statement } from 'better-sqlite3';
import type { Messenger } from '../../src/chat/message.ts';

/** Thrown by everything a dead process tries to do. */
export class ProcessDied extends Error {
  constructor() {
    super('the process has died');
    this.name = 'ProcessDied';
  }
}

/**
 * Lets a process take so many steps (commits and sends) and kills it right after the last one: that one took effect,
 * but nobody in the process got to know. To die before a step is to die after the one before it.
 */
export interface Fuse {
  blown(): boolean;
  blow(): void;
  /** Steps taken so far. */
  taken(): number;
  step<T>(run: () => T): T;
  /** @throws ProcessDied */
  alive(): void;
}

export function createFuse(steps: number): Fuse {
  let taken = 0;
  let dead = false;

  function alive(): void {
    if (dead) throw new ProcessDied();
  }

  /** Whatever else is under way dies in the same moment, also while a request is still on its way. */
  function last<T>(run: () => T): T {
    dead = true;
    let result: T;
    try {
      result = run();
    } catch {
      throw new ProcessDied();
    }
    if (!(result instanceof Promise)) throw new ProcessDied();
    const die = () => {
      throw new ProcessDied();
    };
    return result.then(die, die) as T;
  }

  return {
    blown: () => dead,
    blow() {
      dead = true;
    },
    taken: () => taken,
    alive,
    step(run) {
      alive();
      taken++;
      return taken < steps ? run() : last(run);
    },
  };
}

/** The same database to a process that may die: every commit is a step, and the dead neither write nor read. */
export function fusedSqlite(sqlite: Database, fuse: Fuse): Database {
  /** Within a transaction only the whole counts; nothing can come between, the driver is synchronous. */
  const guarded = <T>(readonly: boolean, run: () => T): T => {
    if (sqlite.inTransaction) return run();
    if (!readonly) return fuse.step(run);
    fuse.alive();
    return run();
  };

  function fusedStatement(statement: Statement): Statement {
    return new Proxy(statement, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        const call = (...args: unknown[]) => value.apply(target, args) as unknown;
        if (name === 'run' || name === 'all' || name === 'get')
          return (...args: unknown[]) => guarded(target.readonly, () => call(...args));
        return (...args: unknown[]) => {
          const result = call(...args);
          return result === target ? fusedStatement(target) : result;
        };
      },
    });
  }

  return new Proxy(sqlite, {
    get(target, name) {
      if (name === 'prepare') return (text: string) => fusedStatement(target.prepare(text));
      if (name === 'transaction')
        return (run: (...args: unknown[]) => unknown) => {
          const transaction = target.transaction(run);
          const step =
            (start: (...args: unknown[]) => unknown) =>
            (...args: unknown[]) =>
              guarded(false, () => start(...args));
          return Object.assign(step(transaction), { immediate: step(transaction.immediate) });
        };
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

export function fusedMessenger(messenger: Messenger, fuse: Fuse): Messenger {
  return { send: (to, card, uuid) => fuse.step(() => messenger.send(to, card, uuid)) };
}
