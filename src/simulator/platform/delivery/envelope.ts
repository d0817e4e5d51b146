import type { Core } from '../core.ts';

export interface Envelope {
  eventId: string;
  eventType: string;
  body: Record<string, unknown>;
}

export type Payload = Record<string, unknown>;

/** Schema 2.0. Callbacks carry microseconds, everything else milliseconds. */
export function envelope(core: Core, eventType: string, event: Payload, eventId?: string): Envelope {
  const id = eventId ?? core.ids.hex(32);
  const callback = eventType === 'card.action.trigger';
  return {
    eventId: id,
    eventType,
    body: {
      schema: '2.0',
      header: {
        event_id: id,
        token: core.settings.verificationToken,
        create_time: callback ? `${core.now()}000` : String(core.now()),
        event_type: eventType,
        tenant_key: core.settings.tenantKey,
        app_id: core.settings.appId,
      },
      event,
    },
  };
}

/** The format of a few old events, e.g. `p2p_chat_create`. */
export function envelopeV1(core: Core, eventType: string, event: Payload, eventId?: string): Envelope {
  const uuid = eventId ?? core.ids.hex(32);
  return {
    eventId: uuid,
    eventType,
    body: {
      uuid,
      token: core.settings.verificationToken,
      ts: String(core.now() / 1000),
      type: 'event_callback',
      event: { type: eventType, app_id: core.settings.appId, tenant_key: core.settings.tenantKey, ...event },
    },
  };
}

/** The same event as the platform repeats it under a new event id: the message inside stays the same. */
export function renamed(core: Core, first: Envelope): Envelope {
  const eventId = core.ids.hex(32);
  const header = { ...(first.body.header as Payload), event_id: eventId };
  return { ...first, eventId, body: { ...first.body, header } };
}
