import type { Ignored } from '../chat/incoming.ts';
import type { Json } from './payload.ts';

/** What every reader gets: the event's own part, its id, and who we are. */
export interface Envelope {
  eventId: string;
  type: string;
  event: Json;
  createdAt: number;
  botOpenId: string;
}

export function ignored({ eventId, type }: Envelope, why: string): Ignored {
  return { kind: 'ignored', eventId, reason: `${type}: ${why}` };
}
