/** @jsxImportSource hono/jsx/dom */
import { useMemo } from 'hono/jsx/dom';
import { toast } from './actions.ts';
import { Icon } from './icons.tsx';

/** Pretty JSON with a copy button; JSON inside strings (message contents, cards) is opened up. */
export function Json({ label, value }: { label: string; value: unknown }) {
  const text = useMemo(() => JSON.stringify(opened(value), null, 2) ?? '', [value]);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => toast('success', '已复制'),
      () => toast('warning', '浏览器不让复制，请手动选中。'),
    );
  };
  return (
    <div class="json">
      <div class="json-head">
        <small>{label}</small>
        <button
          type="button"
          class="tool small"
          aria-label={`复制${label}`}
          title="复制"
          data-testid="copy"
          onClick={copy}
        >
          <Icon name="copy" size={14} />
        </button>
      </div>
      <pre tabindex={0}>{paint(text)}</pre>
    </div>
  );
}

function opened(value: unknown): unknown {
  if (typeof value === 'string' && /^\s*[[{]/.test(value)) {
    try {
      return opened(JSON.parse(value));
    } catch {
      return value;
    }
  }
  if (Array.isArray(value)) return value.map(opened);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, opened(part)]));
}

function paint(text: string) {
  const pieces = text.split(/("(?:\\.|[^"\\])*"(?:\s*:)?)/);
  return pieces.map((piece, i) => {
    if (!piece.startsWith('"')) return piece;
    return (
      <span key={String(i)} class={piece.endsWith(':') ? 'json-key' : 'json-text'}>
        {piece}
      </span>
    );
  });
}
