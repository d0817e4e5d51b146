/** @jsxImportSource hono/jsx/dom */
import { useEffect, useLayoutEffect, useRef, useState } from 'hono/jsx/dom';
import type { MessageView } from '../platform/types.ts';
import { showList } from './actions.ts';
import { Avatar } from './avatar.tsx';
import { Composer } from './composer.tsx';
import { Icon } from './icons.tsx';
import { Message } from './message.tsx';
import { type Chat, currentChat, type State } from './store.ts';
import { stamp } from './time.ts';

/** Drawn at first and added at each step upwards, so that long chats open at once. */
const PAGE = 60;
const NEAR_PX = 120;
/** Messages closer than this share one time line and one head. */
const PAUSE_MS = 10 * 60_000;

function isAtEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < NEAR_PX;
}

/** Scroll positions that show the newest message from its top, and the end of everything. */
function placesOf(scroller: HTMLElement): { top: number; end: number } {
  const end = scroller.scrollHeight - scroller.clientHeight;
  const newest = scroller.querySelector('.line:last-child')?.getBoundingClientRect();
  return { end, top: newest ? scroller.scrollTop + newest.top - scroller.getBoundingClientRect().top : end };
}

export function Thread({ state }: { state: State }) {
  const chat = currentChat(state);
  const bot = chat?.kind === 'p2p';
  return (
    <main class="thread">
      {chat ? (
        <header class="thread-head">
          <button
            type="button"
            class="tool only-phone"
            aria-label="返回会话列表"
            data-testid="back"
            onClick={showList}
          >
            <Icon name="back" size={22} />
          </button>
          <Avatar id={chat.id} name={chat.name} kind={bot ? 'bot' : 'group'} />
          <h1>{bot ? state.directory.bot.name : chat.name}</h1>
          {bot ? <span class="mini-tag">机器人</span> : null}
          {state.connected ? null : <span class="offline">正在重新连接…</span>}
        </header>
      ) : (
        <header class="thread-head" />
      )}
      {chat ? (
        <Stream key={`${state.me} ${chat.id}`} chat={chat} state={state} />
      ) : (
        <div class="stream empty">{state.me ? '正在打开…' : '选一个人，坐到他的位置上看看。'}</div>
      )}
      {chat ? (
        <Composer
          key={`${state.me} ${chat.id}`}
          chat={chat}
          bot={state.directory.bot.name}
          draft={state.draft}
        />
      ) : null}
    </main>
  );
}

function Stream({ chat, state }: { chat: Chat; state: State }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState(PAGE);
  const [missed, setMissed] = useState(0);
  /** Distance kept: to the bottom while the reader is there, to the old content while earlier messages are added. */
  const atBottom = useRef(true);
  const keepFromBottom = useRef(0);
  const count = chat.messages.length;
  const seen = useRef(count);
  const newest = chat.messages.at(-1);
  const shown = chat.messages.slice(-limit);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const added = count - (seen.current ?? 0);
    seen.current = count;
    const own = newest?.from.openId === state.me;
    if (atBottom.current || own) {
      const { top, end } = placesOf(element);
      // A card that is higher than the window is read from its title.
      element.scrollTop = own ? end : Math.min(top, end);
      atBottom.current = isAtEnd(element);
    } else if (added > 0) setMissed((before) => before + added);
  }, [count, newest?.updates]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && keepFromBottom.current) element.scrollTop = element.scrollHeight - keepFromBottom.current;
    keepFromBottom.current = 0;
  }, [limit]);

  // Charts, fonts and a phone's keyboard change heights after the fact.
  useEffect(() => {
    const element = scroller.current;
    const content = element?.firstElementChild;
    if (!element || !content) return undefined;
    const observer = new ResizeObserver(() => {
      if (!atBottom.current) return;
      const { top, end } = placesOf(element);
      element.scrollTop = element.scrollTop <= top + 1 ? Math.min(top, end) : end;
    });
    observer.observe(content);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    atBottom.current = isAtEnd(element);
    if (atBottom.current && missed > 0) setMissed(0);
    if (element.scrollTop < NEAR_PX && limit < count && !keepFromBottom.current) {
      keepFromBottom.current = element.scrollHeight - element.scrollTop;
      setLimit(limit + PAGE);
    }
  };

  const toBottom = () => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
    setMissed(0);
  };

  return (
    <div class="stream-box">
      <div ref={scroller} class="stream" role="log" aria-label="消息" tabindex={0} onScroll={onScroll}>
        <div class="stream-content">
          {limit < count ? <p class="stream-note">往上滑，看更早的消息</p> : null}
          {count === 0 ? <p class="stream-note">还没有消息，在下面写一句试试。</p> : null}
          {shown.map((message, index) => (
            <Line key={message.id} message={message} before={shown[index - 1]} chat={chat} state={state} />
          ))}
        </div>
      </div>
      <button type="button" class="to-bottom" hidden={missed === 0} onClick={toBottom}>
        {`${missed} 条新消息`}
        <Icon name="down" size={14} />
      </button>
    </div>
  );
}

function Line(props: { message: MessageView; before: MessageView | undefined; chat: Chat; state: State }) {
  const { message, before, chat, state } = props;
  const paused = !before || message.at - before.at > PAUSE_MS || message.at < before.at;
  const follows = !paused && before.from.openId === message.from.openId && !before.recalled;
  return (
    <div class="line">
      {paused ? <time class="stamp">{stamp(message.at, state.clock.now)}</time> : null}
      <Message
        message={message}
        own={message.from.openId === state.me}
        follows={follows}
        group={chat.kind === 'group'}
        directory={state.directory}
        dark={state.dark}
        today={state.clock.now - (state.clock.now % 60_000)}
      />
    </div>
  );
}
