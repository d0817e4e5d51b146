import { createApi } from './api/app.ts';
import { cardUpdateRoute } from './api/card-update.ts';
import { changeRoutes } from './api/change.ts';
import { chatRoutes } from './api/chats.ts';
import { contactRoutes } from './api/contact.ts';
import { resourceRoutes } from './api/resources.ts';
import { sendRoutes } from './api/send.ts';
import { mayEnter } from './api/targets.ts';
import { TenantTokens, tokenRoute } from './api/tokens.ts';
import { userActions } from './client/actions.ts';
import { createCore } from './core.ts';
import { attack } from './delivery/attack.ts';
import { verifyUrl } from './delivery/challenge.ts';
import { type Envelope, envelope, envelopeV1 } from './delivery/envelope.ts';
import { EventDelivery, type Transport } from './delivery/events.ts';
import { post, seal } from './delivery/wire.ts';
import { sampleEvent } from './events/sample.ts';
import { Links } from './link/links.ts';
import { Logins } from './oauth/logins.ts';
import { loginPages } from './oauth/pages.ts';
import { loginRoutes } from './oauth/routes.ts';
import { restoreSnapshot, takeSnapshot } from './snapshot.ts';
import type { Platform, PlatformSettings } from './types.ts';
import { viewOf } from './view.ts';

/** A platform of its own, empty: people and groups are added by the caller. Nothing is shared between two of them. */
export function createPlatform(settings: PlatformSettings): Platform {
  const core = createCore(settings);
  const links = new Links(core);
  const transport: Transport = (plain, budget) =>
    settings.transport === 'long-connection'
      ? links.deliver(plain, budget)
      : post(core, seal(core, plain), budget);
  const events = new EventDelivery(core, transport);
  const tokens = new TenantTokens(core);
  const logins = new Logins(core);
  const api = createApi(core, tokens, [
    tokenRoute(tokens),
    ...sendRoutes(),
    ...changeRoutes(),
    ...resourceRoutes(),
    ...contactRoutes(),
    ...chatRoutes(),
    cardUpdateRoute,
    ...loginRoutes(logins),
    links.route(),
  ]);
  api.route('/', loginPages(core, logins));

  return {
    api,
    settings,
    faults: core.faults,
    users: userActions(core, events, transport),
    view: (openId) => viewOf(core, openId),
    people: () => core.directory.all(),
    addPerson: (person) => core.directory.add(person),
    addGroup: (group) => core.chats.addGroup(group),
    journal: (since) => core.journal.since(since),
    runDue: () => events.runDue(),
    settled: () => core.activity.settled(),
    attach: (server) => links.attach(server),
    dropConnections: () => links.drop(),
    verifyUrl: () => verifyUrl(core),
    async deliverRaw(eventType, event, { v1 = false, eventId } = {}) {
      await events.publish((v1 ? envelopeV1 : envelope)(core, eventType, event, eventId));
    },
    async redeliver(eventId) {
      const entry = core.journal.last(
        ({ direction, request }) => direction === 'to-bot' && eventIdOf(request) === eventId,
      );
      if (!entry) throw new Error(`event ${eventId} was not delivered or is forgotten`);
      const body = entry.request as Envelope['body'];
      await events.again({ eventId, eventType: entry.title, body });
    },
    release: () => events.release(),
    attack: () => attack(core, sampleEvent(core)),
    revokeTokens: () => tokens.revoke(),
    otherBotSends(chatId) {
      const chat = core.chats.get(chatId);
      if (chat) mayEnter(core, chat);
    },
    muteGroup(chatId, muted) {
      const chat = core.chats.get(chatId);
      if (chat) chat.muted = muted;
    },
    snapshot: () => takeSnapshot(core, events),
    restore: (snapshot) => restoreSnapshot(core, events, snapshot),
  };
}

function eventIdOf(request: unknown): string | undefined {
  const { header, uuid } = request as { header?: { event_id?: string }; uuid?: string };
  return header?.event_id ?? uuid;
}
