import type { Chat } from '../chats.ts';
import type { Core } from '../core.ts';
import { type ApiCall, Refusal, type Route, success } from './call.ts';
import { page } from './paging.ts';

export function chatRoutes(): Route[] {
  return [
    {
      method: 'GET',
      path: '/open-apis/im/v1/chats/:chat_id/members',
      access: 'tenant',
      handle: members,
    },
    {
      method: 'GET',
      path: '/open-apis/im/v1/chats/:chat_id/members/is_in_chat',
      access: 'tenant',
      handle: (core, call) => success({ is_in_chat: group(core, call.params.chat_id).hasBot }),
    },
    {
      method: 'GET',
      path: '/open-apis/bot/v3/info',
      access: 'tenant',
      handle: (core) => ({
        status: 200,
        body: {
          code: 0,
          msg: 'ok',
          // At the top level, not in `data`.
          bot: {
            activate_status: core.faults.botOff ? 1 : 2,
            app_name: core.settings.botName,
            avatar_url: '',
            ip_white_list: [],
            open_id: core.settings.botOpenId,
          },
        },
      }),
    },
  ];
}

/** People only: bots are not listed. */
function members(core: Core, call: ApiCall) {
  const chat = group(core, call.params.chat_id);
  if (!chat.hasBot) throw new Refusal(232011, 'Operator can NOT be out of the chat.');
  const rows = [...chat.members].map((openId) => ({
    member_id_type: 'open_id',
    member_id: openId,
    name: core.directory.get(openId)?.name ?? '',
    tenant_key: core.settings.tenantKey,
  }));
  const short = core.faults.shortPages;
  return success({ ...page(call, rows, { standard: 20, most: 100, short }), member_total: rows.length });
}

function group(core: Core, id = ''): Chat {
  const chat = core.chats.get(id);
  if (!chat) throw new Refusal(232006, 'Your request specifies a chat_id which is invalid.');
  if (chat.disbanded)
    throw new Refusal(232009, 'Your request specifies a chat which has already been dissolved.');
  return chat;
}
