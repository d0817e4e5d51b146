import type { Chat } from '../chats.ts';
import type { Core } from '../core.ts';
import type { IdType } from '../directory.ts';
import type { DirectoryPerson } from '../types.ts';
import { Refusal } from './call.ts';

const PREFIX: Record<string, RegExp> = {
  open_id: /^ou_/,
  union_id: /^on_/,
  user_id: /^(?!o[ucn]_).+/,
  email: /^[^@\s]+@[^@\s]+$/,
  chat_id: /^oc_/,
};

/** Refusals by the state of the person; a frozen account is outside the availability like a leaver. */
const REFUSED: Partial<Record<DirectoryPerson['state'], [code: number, msg: string]>> = {
  'out-of-scope': [230013, 'Bot has NO availability to this user.'],
  frozen: [230013, 'Bot has NO availability to this user.'],
  resigned: [230029, 'User has resigned.'],
  'stopped-bot': [230053, 'The user has stopped the bot from sending messages.'],
};

/** @throws Refusal when the id is of another type, of another app or of nobody. */
export function resolveTarget(core: Core, type: string, id: string): Chat {
  const form = PREFIX[type];
  if (!form) throw new Refusal(99992402, 'field validation failed: receive_id_type');
  if (type === 'chat_id') {
    if (!form.test(id)) throw new Refusal(230034, 'The receive_id is invalid.');
    const chat = core.chats.get(id);
    if (!chat) throw new Refusal(230002, 'The bot can not be outside the group.');
    return chat;
  }
  if (!form.test(id)) throw new Refusal(99992351, `The request contains invalid ids: ${type}`);
  const person = core.directory.find(id, type as IdType);
  // Open ids are made per app: one that is well formed and unknown belongs to another app.
  if (!person)
    throw type === 'open_id'
      ? new Refusal(99992361, 'open_id cross app')
      : new Refusal(230034, 'The receive_id is invalid.');
  return core.chats.privateWith(person.openId);
}

/** @throws Refusal when nothing may be sent there now. */
export function checkMaySend(core: Core, chat: Chat): void {
  if (core.faults.botOff) throw new Refusal(230006, 'Bot ability is not activated.');
  if (chat.kind === 'p2p') {
    const [openId = ''] = chat.members;
    const refused = REFUSED[core.directory.get(openId)?.state ?? 'resigned'];
    if (refused) throw new Refusal(...refused);
    return;
  }
  if (chat.disbanded)
    throw new Refusal(232009, 'Your request specifies a chat which has already been dissolved.');
  if (!chat.hasBot) throw new Refusal(230002, 'The bot can not be outside the group.');
  if (chat.muted) throw new Refusal(230035, 'Send Message Permission deny.');
}

/** 5 a second for a person, and for a group together with all other bots in it. */
export function checkPace(core: Core, chat: Chat): void {
  if (!mayEnter(core, chat))
    throw new Refusal(230020, 'This operation triggers the frequency limit, ext=chat rate limit');
}

/** Counts a message to this chat, whichever bot sends it; false when it comes too soon. */
export function mayEnter(core: Core, chat: Chat): boolean {
  const max = core.faults.limits.perTarget;
  return core.limits.enter(`chat ${chat.id}`, [{ max, ms: 1_000 }]) === 0;
}
