/** @jsxImportSource hono/jsx/dom */
import type { MessageView } from '../platform/types.ts';
import { chooseChat, openBotChat } from './actions.ts';
import { Avatar } from './avatar.tsx';
import { type Chat, type State, unread } from './store.ts';
import { shortStamp } from './time.ts';

export function ChatList({ state }: { state: State }) {
  const bot = state.chats.find((chat) => chat.kind === 'p2p');
  const groups = state.chats
    .filter((chat) => chat.kind === 'group')
    .sort((a, b) => (b.messages.at(-1)?.at ?? 0) - (a.messages.at(-1)?.at ?? 0));
  const botChat: Chat = bot ?? { id: '', name: state.directory.bot.name, kind: 'p2p', messages: [] };
  return (
    <nav class="chat-list" aria-label="会话">
      <h2 class="pane-title">消息</h2>
      {state.me ? (
        <ul>
          <Row key="bot" chat={{ ...botChat, name: state.directory.bot.name }} state={state} />
          {groups.map((chat) => (
            <Row key={chat.id} chat={chat} state={state} />
          ))}
        </ul>
      ) : (
        <p class="empty">先选一个人。</p>
      )}
    </nav>
  );
}

function Row({ chat, state }: { chat: Chat; state: State }) {
  const last = chat.messages.at(-1);
  const count = unread(state, chat);
  const open = () => (chat.kind === 'p2p' ? void openBotChat() : chooseChat(chat.id));
  const active = chat.id !== '' && chat.id === state.chatId;
  return (
    <li>
      <button
        type="button"
        class="chat-item"
        data-testid="chat-item"
        data-chat-id={chat.id}
        data-kind={chat.kind}
        aria-current={active ? 'true' : undefined}
        aria-label={`${chat.name}${count ? `，${count} 条未读` : ''}`}
        onClick={open}
      >
        <span class="badge-anchor">
          <Avatar id={chat.id} name={chat.name} kind={chat.kind === 'p2p' ? 'bot' : 'group'} />
          {count > 0 ? <span class="badge">{count > 99 ? '99+' : count}</span> : null}
        </span>
        <span class="chat-text">
          <span class="chat-line">
            <strong>{chat.name}</strong>
            {chat.kind === 'p2p' ? <span class="mini-tag">机器人</span> : null}
            <time>{last ? shortStamp(last.at, state.clock.now) : ''}</time>
          </span>
          <small>{last ? preview(last, chat, state.me) : '还没有消息'}</small>
        </span>
      </button>
    </li>
  );
}

function preview(message: MessageView, chat: Chat, me: string): string {
  if (message.recalled) return '撤回了一条消息';
  const kinds: Partial<Record<MessageView['type'], string>> = { image: '[图片]', file: '[文件]' };
  const text = kinds[message.type] ?? `${message.type === 'interactive' ? '[卡片] ' : ''}${message.text}`;
  const who = chat.kind === 'group' && message.from.openId !== me ? `${message.from.name}：` : '';
  return who + text;
}
