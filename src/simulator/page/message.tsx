/** @jsxImportSource hono/jsx/dom */
import { ErrorBoundary, memo } from 'hono/jsx/dom';
import { timeOf } from '../../kernel/day.ts';
import type { MessageView } from '../platform/types.ts';
import type { Directory } from '../wire.ts';
import { inspect } from './actions.ts';
import { Avatar } from './avatar.tsx';
import { Card } from './card/card.tsx';
import { Trouble } from './card/trouble.tsx';
import { Icon } from './icons.tsx';

interface Props {
  message: MessageView;
  own: boolean;
  /** Comes right after another message of the same person: no head. */
  follows: boolean;
  group: boolean;
  directory: Directory;
  dark: boolean;
  /** Business time to the minute, for pickers in cards. */
  today: number;
}

export const Message = memo(({ message, own, follows, group, directory, dark, today }: Props) => {
  const { from } = message;
  if (message.recalled)
    return (
      <p
        class="stream-note"
        data-testid="message"
        data-recalled="true"
      >{`${own ? '您' : from.name}撤回了一条消息`}</p>
    );
  const name = from.bot ? directory.bot.name : from.name;
  return (
    <article
      class="message"
      data-testid="message"
      data-id={message.id}
      data-from={own ? 'me' : from.bot ? 'bot' : 'other'}
      data-type={message.type}
      data-follows={String(follows)}
      title={own ? timeOf(message.at) : undefined}
      aria-label={`${own ? '我' : name}，${timeOf(message.at)}`}
    >
      <Avatar id={from.openId} name={name} kind={from.bot ? 'bot' : 'person'} />
      <div class="message-body">
        {own ? null : (
          <div class="message-head">
            {group || from.bot ? <span>{name}</span> : null}
            {message.updates > 0 ? <span>已更新</span> : null}
            <time>{timeOf(message.at)}</time>
          </div>
        )}
        <div class="message-row">
          <Content message={message} directory={directory} dark={dark} today={today} />
          {message.card ? (
            <button
              type="button"
              class="tool small inspect"
              aria-label="查看卡片 JSON"
              title="查看卡片 JSON"
              data-testid="inspect"
              onClick={() => inspect(message.id)}
            >
              <Icon name="code" size={15} />
            </button>
          ) : null}
        </div>
      </div>
    </article>
  );
});

function Content({
  message,
  directory,
  dark,
  today,
}: Pick<Props, 'message' | 'directory' | 'dark' | 'today'>) {
  if (message.type === 'image')
    return (
      <div class="picture" role="img" aria-label="图片">
        <Icon name="picture" size={34} />
        <span>图片</span>
      </div>
    );
  if (message.type === 'file')
    return (
      <div class="file">
        <span class="file-mark">
          <Icon name="file" size={26} />
        </span>
        <span>{message.text.replace(/^\[文件\]\s*/, '') || '文件'}</span>
      </div>
    );
  if (message.type !== 'interactive') return <div class="bubble">{message.text}</div>;
  if (!message.card) return <Trouble text="这条卡片消息没有内容" />;
  return (
    <ErrorBoundary fallbackRender={(error: Error) => <Trouble text={`卡片画不出来：${error.message}`} />}>
      <Card
        key={`${message.id} ${message.updates}`}
        card={message.card}
        place={{ messageId: message.id, version: message.updates, dark, today, directory }}
      />
    </ErrorBoundary>
  );
}
