import type { Conversation } from '../chat/index.ts';
import type { ReceiveKeys } from '../feishu/receive.ts';
import type { Metrics } from './metrics.ts';

export interface WebDeps {
  conversation: Conversation;
  /** Undefined when events come over the long connection: the address then answers 404. */
  keys: ReceiveKeys | undefined;
  botOpenId(): Promise<string>;
  wait(ms: number): Promise<void>;
  /** Called after something was committed: has what is queued sent soon, in the background. */
  deliverSoon(): void;
  /** Undefined when the database is up to date, else what is missing. */
  pendingMigrations(): Promise<string[]>;
  metrics: Metrics;
}
