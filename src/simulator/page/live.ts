import type { MessageView } from '../platform/types.ts';
import { BASE } from '../shell.ts';
import type { ClockState, ViewEvent } from '../wire.ts';
import { markRead } from './read.ts';
import { type Chat, getState, setState } from './store.ts';

const RETRY_MS = 1000;

let source: EventSource | undefined;

/**
 * Follows one person. Every connection starts with everything the person sees, so nothing is lost over a break; the
 * browser reconnects by itself.
 */
export function follow(openId: string): void {
  source?.close();
  const current = new EventSource(`${BASE}/api/stream?open_id=${encodeURIComponent(openId)}`);
  source = current;
  const on = (name: string, handle: (data: string) => void) =>
    current.addEventListener(name, (event) => {
      if (source === current) handle((event as MessageEvent<string>).data);
    });
  current.addEventListener('open', () => setState({ connected: true }));
  current.addEventListener('error', () => {
    if (source !== current) return;
    setState({ connected: false });
    // A refusal ends it for good, e.g. from a server that is still starting.
    if (current.readyState === EventSource.CLOSED)
      setTimeout(() => source === current && follow(openId), RETRY_MS);
  });
  on('view', (data) => {
    const event = JSON.parse(data) as ViewEvent;
    setState({ chats: merge(event.reset ? [] : getState().chats, event), loaded: true });
    markRead();
  });
  on('clock', (data) => setState({ clock: JSON.parse(data) as ClockState }));
  on('journal', (data) => setState({ journalTotal: Number(data) }));
}

function merge(chats: Chat[], event: ViewEvent): Chat[] {
  const byId = new Map(chats.map((chat) => [chat.id, chat]));
  for (const change of event.chats) {
    const messages = new Map<string, MessageView>();
    for (const message of byId.get(change.id)?.messages ?? []) messages.set(message.id, message);
    for (const message of change.messages) messages.set(message.id, message);
    const order = change.order ?? [...messages.keys()];
    byId.set(change.id, {
      id: change.id,
      name: change.name,
      kind: change.kind,
      messages: order.flatMap((id) => messages.get(id) ?? []),
    });
  }
  return [...byId.values()];
}
