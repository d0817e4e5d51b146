import type { Statement } from '../store/db.ts';
import type { Message } from './message.ts';

/**
 * What a verb wants to happen. The runner commits writes, messages and its own bookkeeping in one `atomically`; when
 * a natural key turns out to be taken it runs the verb again on fresh data, so a verb must only read and decide.
 */
export interface Outcome<T = undefined> {
  result: T;
  writes: Statement[];
  messages: Message[];
  /** Subjects whose queued messages have lost their reason. */
  cancels: string[];
}

export function outcome<T>(result: T, effects: Partial<Omit<Outcome<T>, 'result'>> = {}): Outcome<T> {
  return {
    result,
    writes: effects.writes ?? [],
    messages: effects.messages ?? [],
    cancels: effects.cancels ?? [],
  };
}
