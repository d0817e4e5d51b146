/** @jsxImportSource hono/jsx/dom */
import { useEffect, useRef, useState } from 'hono/jsx/dom';
import { LONGEST_MESSAGE } from '../wire.ts';
import { attach, send, toast } from './actions.ts';
import { Icon } from './icons.tsx';
import type { Chat, State } from './store.ts';

interface Props {
  chat: Chat;
  bot: string;
  draft: State['draft'];
}

const LINES_PX = 132;

export function Composer({ chat, bot, draft }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [nonce, setNonce] = useState(0);

  // The tour fills the box of the private chat it leads to, once.
  useEffect(() => {
    if (draft.nonce === nonce || chat.kind !== 'p2p') return;
    setNonce(draft.nonce);
    setText(draft.text);
    if (draft.text) box.current?.focus();
  }, [draft.nonce]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, LINES_PX)}px`;
  }, [text]);

  const submit = async () => {
    const sending = text.trim();
    if (!sending) return;
    if (sending.length > LONGEST_MESSAGE) {
      toast('warning', `这条有 ${sending.length} 字，一条最多 ${LONGEST_MESSAGE} 字，请分成几条发。`);
      return;
    }
    setText('');
    if (!(await send(sending))) setText((now) => now || sending);
  };

  const onKey = (event: KeyboardEvent) => {
    // While an input method is choosing characters, Enter belongs to it (229: Safari ends composing too early).
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    void submit();
  };

  const mention = () => {
    setText(`@${bot} ${text}`);
    box.current?.focus();
  };

  return (
    <footer class="composer">
      <div class="composer-box">
        <textarea
          ref={box}
          rows={1}
          data-testid="composer"
          aria-label="写消息"
          placeholder={chat.kind === 'p2p' ? `发给 ${bot}` : `发到 ${chat.name}，@${bot} 才会应答`}
          value={text}
          enterkeyhint="send"
          onInput={(event: Event) => setText((event.target as HTMLTextAreaElement).value)}
          onKeyDown={onKey}
        />
        <div class="composer-tools">
          {chat.kind === 'group' ? (
            <button
              type="button"
              class="tool small wide"
              data-testid="mention"
              title={`@${bot}`}
              onClick={mention}
            >
              @机器人
            </button>
          ) : null}
          <button
            type="button"
            class="tool small"
            aria-label="发送一张示例图片"
            title="发送一张示例图片"
            data-testid="attach-picture"
            onClick={() => void attach('picture')}
          >
            <Icon name="picture" />
          </button>
          <button
            type="button"
            class="tool small"
            aria-label="发送一个示例文件"
            title="发送一个示例文件"
            data-testid="attach-file"
            onClick={() => void attach('file')}
          >
            <Icon name="file" />
          </button>
          <button
            type="button"
            class="send"
            aria-label="发送"
            title="发送（回车）"
            data-testid="send"
            disabled={text.trim() === ''}
            onClick={() => void submit()}
          >
            <Icon name="send" />
          </button>
        </div>
      </div>
    </footer>
  );
}
