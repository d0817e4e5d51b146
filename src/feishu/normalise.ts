import type { ChatChanged, Incoming, IncomingClick, PersonGone } from '../chat/incoming.ts';
import { type Envelope, ignored } from './envelope.ts';
import { incomingMessage } from './normalise-message.ts';
import { at, eventIdOf, instantOf, isJson, type Json, parseJson, textAt } from './payload.ts';

type Reader = (envelope: Envelope) => Incoming;

/** Every event the product acts upon; all others are ignored with a reason. */
const READERS: Readonly<Record<string, Reader>> = {
  'im.message.receive_v1': incomingMessage,
  'card.action.trigger': click,
  'im.chat.access_event.bot_p2p_chat_entered_v1': opened,
  'application.bot.menu_v6': menu,
  'im.chat.member.bot.added_v1': (envelope) => chatChanged(envelope, 'bot-added'),
  'im.chat.member.bot.deleted_v1': (envelope) => chatChanged(envelope, 'bot-removed'),
  'im.chat.disbanded_v1': (envelope) => chatChanged(envelope, 'chat-disbanded'),
  'contact.user.deleted_v3': userDeleted,
  'contact.user.updated_v3': userUpdated,
};

/** Turns a verified payload into the product's own words. Never throws, whatever the payload holds. */
export function normalise(payload: unknown, botOpenId: string): Incoming {
  const eventId = eventIdOf(payload);
  const event = at(payload, 'event');
  if (!isJson(event)) return { kind: 'ignored', eventId, reason: 'no event' };
  const type = textAt(payload, 'header', 'event_type');
  if (!type) return { kind: 'ignored', eventId, reason: `${textAt(event, 'type')}: schema 1.0` };
  const createdAt = instantOf(at(payload, 'header', 'create_time'));
  const envelope = { eventId, type, event, createdAt, botOpenId };
  const reader = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  return reader ? reader(envelope) : ignored(envelope, 'not needed');
}

function click(envelope: Envelope): Incoming {
  const { event, eventId, createdAt } = envelope;
  const openId = textAt(event, 'operator', 'open_id');
  const messageId = textAt(event, 'context', 'open_message_id');
  if (!openId || !messageId) return ignored(envelope, 'incomplete');
  const { a, v, ...value } = buttonValue(at(event, 'action', 'value'));
  const form = at(event, 'action', 'form_value');
  const result: IncomingClick = {
    kind: 'click',
    eventId,
    messageId,
    chatId: textAt(event, 'context', 'open_chat_id'),
    openId,
    action: typeof a === 'string' ? a : '',
    version: typeof v === 'number' ? v : 0,
    value,
    clickedAt: createdAt,
  };
  return isJson(form) ? { ...result, form } : result;
}

/** We always send objects; clients have been seen returning the same as JSON text. */
function buttonValue(value: unknown): Json {
  const parsed = typeof value === 'string' ? parseJson(value) : value;
  return isJson(parsed) ? parsed : {};
}

function opened(envelope: Envelope): Incoming {
  const { event, eventId } = envelope;
  const openId = textAt(event, 'operator_id', 'open_id');
  const chatId = textAt(event, 'chat_id');
  return openId && chatId ? { kind: 'opened', eventId, openId, chatId } : ignored(envelope, 'incomplete');
}

function menu(envelope: Envelope): Incoming {
  const { event, eventId } = envelope;
  const openId = textAt(event, 'operator', 'operator_id', 'open_id');
  const key = textAt(event, 'event_key');
  return openId && key ? { kind: 'menu', eventId, openId, key } : ignored(envelope, 'incomplete');
}

function chatChanged(envelope: Envelope, kind: ChatChanged['kind']): Incoming {
  const { event, eventId, createdAt } = envelope;
  const chatId = textAt(event, 'chat_id');
  if (!chatId) return ignored(envelope, 'incomplete');
  return { kind, eventId, chatId, openId: textAt(event, 'operator_id', 'open_id'), at: createdAt };
}

/** Resignation arrives as a deletion. */
function userDeleted(envelope: Envelope): Incoming {
  const { event } = envelope;
  return person(
    envelope,
    'person-gone',
    textAt(event, 'object', 'open_id') || textAt(event, 'old_object', 'open_id'),
  );
}

/** `old_object` holds only a part of the old state, so being gone is read from the new state alone. */
function userUpdated(envelope: Envelope): Incoming {
  const { event } = envelope;
  const openId = textAt(event, 'object', 'open_id');
  const is = (which: 'object' | 'old_object', state: string) => at(event, which, 'status', state) === true;
  if (is('object', 'is_frozen') || is('object', 'is_resigned'))
    return person(envelope, 'person-gone', openId);
  if (is('old_object', 'is_frozen')) return person(envelope, 'person-back', openId);
  return ignored(envelope, 'no freeze');
}

function person(envelope: Envelope, kind: PersonGone['kind'], openId: string): Incoming {
  const { eventId, createdAt } = envelope;
  return openId ? { kind, eventId, openId, at: createdAt } : ignored(envelope, 'incomplete');
}
