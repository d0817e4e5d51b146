import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import type { Messenger, Recipient } from '../../src/chat/message.ts';
import { PlatformError } from '../../src/kernel/errors.ts';
import type { Clock } from '../../src/kernel/ports.ts';

export interface Shown {
  to: Recipient;
  text: string;
  uuid: string;
  at: number;
  messageId: string;
}

type Fault = PlatformError | 'after' | undefined;

export interface FakePlatform extends Messenger {
  /** What people see: a uuid repeated within an hour is one message. */
  shown: Shown[];
  /** Every request, repeated ones included. */
  requests: Shown[];
  /** What the next requests (to this open_id, if given) meet: an error before, or `after`: done, but no answer. */
  script(faults: Fault[], target?: string): void;
  /** Milliseconds that a request takes. */
  latency: (ms: number) => Promise<void>;
}

const HOUR_MS = 3_600_000;

export function fakePlatform(clock: Clock): FakePlatform {
  const scripts = new Map<string, Fault[]>();
  const platform: FakePlatform = {
    shown: [],
    requests: [],
    latency: () => Promise.resolve(),
    script(faults, target = '') {
      scripts.set(target, faults);
    },
    async send(to: Recipient, card: Card, uuid: string) {
      const at = clock.now();
      await platform.latency(20);
      const text = cardText(card);
      const target = to.kind === 'person' ? to.openId : to.kind === 'patch' ? to.messageId : to.chatId;
      const messageId = `om_${platform.shown.length + 1}`;
      platform.requests.push({ to, text, uuid, at, messageId });
      const fault = scripts.get(target)?.shift() ?? scripts.get('')?.shift();
      if (fault instanceof PlatformError) throw fault;
      const known = platform.shown.find((shown) => shown.uuid === uuid && at - shown.at < HOUR_MS);
      if (!known) platform.shown.push({ to, text, uuid, at, messageId });
      if (fault === 'after') throw errors.reset;
      return { messageId: known?.messageId ?? messageId, chatId: `oc_${target}` };
    },
  };
  return platform;
}

function error(kind: PlatformError['kind'], code: number, retryable: boolean, waitMs = 0): PlatformError {
  return new PlatformError({ kind, code, retryable, waitMs, hint: 'hint' });
}

export const errors = {
  reset: error('network', 0, true),
  internal: error('unknown', 5000, true),
  refused: error('unknown', 230001, false),
  busy: (waitMs: number) => error('rate_limited', 99991400, true, waitMs),
  recipientBusy: error('rate_limited', 230020, true),
  gone: error('gone', 230013, false),
  badCard: error('format', 230099, false),
  noScope: error('scope', 99991672, false),
  badSecret: error('auth', 10014, false),
};
