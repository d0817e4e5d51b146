import type { ChatView, MessageView, PersonView } from './platform/types.ts';
import type { ChatChange, ViewEvent } from './wire.ts';

/** What one connection has been told: per chat, message id → how it looked. Insertion order is message order. */
export type Known = Map<string, Map<string, string>>;

/**
 * The difference between what a connection knows and what the person sees now; `undefined` when there is none.
 * Updates `known`, so the caller must deliver what it gets.
 */
export function viewChange(known: Known, view: PersonView): ViewEvent | undefined {
  const ids = new Set(view.chats.map((chat) => chat.id));
  const reset = known.size === 0 || [...known.keys()].some((id) => !ids.has(id));
  if (reset) known.clear();
  const chats = view.chats.flatMap((chat) => chatChange(known, chat) ?? []);
  return reset || chats.length > 0 ? { reset, chats } : undefined;
}

function chatChange(known: Known, chat: ChatView): ChatChange | undefined {
  const before = known.get(chat.id);
  const after = new Map(chat.messages.map((message) => [message.id, looks(message)]));
  const messages = chat.messages.filter((message) => before?.get(message.id) !== after.get(message.id));
  const follows = [...(before?.keys() ?? [])].every((id, i) => chat.messages[i]?.id === id);
  if (before && messages.length === 0 && follows) return undefined;
  known.set(chat.id, after);
  return {
    id: chat.id,
    name: chat.name,
    kind: chat.kind,
    messages,
    ...(follows ? {} : { order: [...after.keys()] }),
  };
}

function looks(message: MessageView): string {
  return `${message.updates} ${message.recalled} ${message.text}`;
}
