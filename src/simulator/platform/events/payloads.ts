import type { Chat } from '../chats.ts';
import type { Core } from '../core.ts';
import { employeeId, idsOf, unionId } from '../directory.ts';
import { fixedHex } from '../ids.ts';
import type { StoredMessage } from '../messages.ts';
import type { DirectoryPerson } from '../types.ts';

type Payload = Record<string, unknown>;

export interface Mention {
  key: string;
  name: string;
  /** Undefined for everybody. */
  openId: string | undefined;
  bot: boolean;
}

/** `im.message.receive_v1`; keys without content are left out, as in live traffic. */
export function messageReceived(
  core: Core,
  message: StoredMessage,
  chat: Chat,
  mentions: Mention[],
): Payload {
  return {
    message: {
      chat_id: chat.id,
      chat_type: chat.kind,
      content: message.content,
      create_time: String(message.createdAt),
      ...(mentions.length > 0 && { mentions: mentions.map((mention) => mentionData(core, mention)) }),
      message_id: message.id,
      message_type: message.type,
      ...(message.parentId && { parent_id: message.parentId, root_id: message.rootId }),
      update_time: String(message.updatedAt),
    },
    sender: {
      sender_id: idsOf(message.sender, core.faults.employeeIds),
      sender_type: 'user',
      tenant_key: core.settings.tenantKey,
    },
  };
}

function mentionData(core: Core, { key, name, openId, bot }: Mention): Payload {
  if (openId === undefined)
    return { id: { open_id: '', union_id: '', user_id: '' }, key, name, tenant_key: '' };
  return {
    id: bot
      ? { open_id: openId, union_id: `on_${fixedHex(`union:${openId}`, 32)}`, user_id: null }
      : idsOf({ openId }, core.faults.employeeIds),
    key,
    mentioned_type: bot ? 'bot' : 'user',
    name,
    tenant_key: core.settings.tenantKey,
  };
}

/** The last message is named only when there is one. */
export function chatEntered(core: Core, chat: Chat, openId: string): Payload {
  const last = core.messages.in(chat.id).at(-1);
  return {
    chat_id: chat.id,
    ...(last && { last_message_create_time: String(last.createdAt), last_message_id: last.id }),
    operator_id: idsOf({ openId }, core.faults.employeeIds),
  };
}

/** Shared by bot added, bot deleted and disbanded. */
export function chatChanged(core: Core, chat: Chat, openId: string): Payload {
  return {
    chat_id: chat.id,
    operator_id: idsOf({ openId }, core.faults.employeeIds),
    external: false,
    operator_tenant_key: core.settings.tenantKey,
    name: chat.name,
    i18n_names: { zh_cn: chat.name, en_us: '', ja_jp: '' },
  };
}

export function messageRecalled(core: Core, message: StoredMessage): Payload {
  return {
    chat_id: message.chatId,
    message_id: message.id,
    recall_time: String(core.now()),
    recall_type: 'message_owner',
  };
}

/** Seconds as a number, and no chat id: menus exist in private chats only. */
export function menuChosen(core: Core, openId: string, eventKey: string): Payload {
  return {
    event_key: eventKey,
    operator: { operator_id: idsOf({ openId }, core.faults.employeeIds) },
    timestamp: Math.floor(core.now() / 1_000),
  };
}

export function reactionCreated(core: Core, message: StoredMessage, openId: string, emoji: string): Payload {
  return {
    action_time: String(core.now()),
    message_id: message.id,
    operator_type: 'user',
    reaction_type: { emoji_type: emoji },
    user_id: idsOf({ openId }, core.faults.employeeIds),
  };
}

/** The user object of contact events. */
export function userObject(core: Core, person: DirectoryPerson): Payload {
  return {
    open_id: person.openId,
    union_id: unionId(person),
    ...(core.faults.employeeIds && { user_id: employeeId(person) }),
    ...(core.faults.contactFields && {
      name: person.name,
      en_name: '',
      nickname: '',
      job_title: person.title,
      gender: 0,
      status: {
        is_frozen: person.state === 'frozen',
        is_resigned: person.state === 'resigned',
        is_activated: true,
        is_exited: false,
        is_unjoin: false,
      },
      // Not filled for people who have left.
      ...(person.state !== 'resigned' && { department_ids: person.departments ?? ['0'] }),
      employee_type: 1,
      custom_attrs: [],
    }),
  };
}
