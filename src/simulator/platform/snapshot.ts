import { Buffer } from 'node:buffer';
import type { Chat } from './chats.ts';
import type { Core } from './core.ts';
import type { EventDelivery, Parcel } from './delivery/events.ts';
import type { StoredMessage } from './messages.ts';
import type { Resource } from './resources.ts';
import type { DirectoryPerson } from './types.ts';

/** All that a restart of the platform's process must not lose, as plain JSON. Tokens and logins are fetched anew. */
export interface PlatformSnapshot {
  version: 1;
  people: DirectoryPerson[];
  chats: (Omit<Chat, 'members'> & { members: string[] })[];
  messages: StoredMessage[];
  resources: (Omit<Resource, 'bytes'> & { bytes: string })[];
  sentByUuid: [uuid: string, sent: { messageId: string; at: number }][];
  /** Deliveries that have not been answered with 200 yet. */
  owed: Parcel[];
}

export function takeSnapshot(core: Core, events: EventDelivery): PlatformSnapshot {
  return {
    version: 1,
    people: core.directory.all(),
    chats: core.chats.all().map((chat) => ({ ...chat, members: [...chat.members] })),
    messages: core.messages.all(),
    resources: core.resources
      .all()
      .map((each) => ({ ...each, bytes: Buffer.from(each.bytes).toString('base64') })),
    sentByUuid: [...core.sentByUuid],
    owed: events.owed(),
  };
}

/** Over what is there already: what the snapshot knows counts. */
export function restoreSnapshot(core: Core, events: EventDelivery, snapshot: PlatformSnapshot): void {
  for (const person of snapshot.people) core.directory.add(person);
  for (const chat of snapshot.chats) core.chats.put({ ...chat, members: new Set(chat.members) });
  for (const message of snapshot.messages) core.messages.put(message);
  for (const each of snapshot.resources)
    core.resources.add({ ...each, bytes: Buffer.from(each.bytes, 'base64') });
  for (const [uuid, sent] of snapshot.sentByUuid) core.sentByUuid.set(uuid, sent);
  events.owe(snapshot.owed);
}
