import type { Runtime } from '../store/runtime.ts';
import type { Feature } from './feature.ts';

/** What the handlers of this folder need: the house, what it can do, and a way to go on after the answer. */
export interface Conversation {
  runtime: Runtime;
  features: readonly Feature[];
  /** Keeps a task alive after the platform got its answer; failures are logged there. */
  background(task: () => Promise<void>): void;
}
