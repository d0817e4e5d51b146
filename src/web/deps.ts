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
  /** Empty when the database fits this version; else migrations that it lacks, or that only a newer version has. */
  pendingMigrations(): Promise<string[]>;
  metrics: Metrics;
  /** Told of every verified event and click, by the moment it came (ms UTC). */
  heard(at: number): void;
}
