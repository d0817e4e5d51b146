/** @jsxImportSource hono/jsx/dom */
import { useMemo } from 'hono/jsx/dom';
import { TokenIcon } from '../icons.tsx';
import { markdownHtml } from './markdown.ts';
import { type Node, nameOf, node, num, type Place, str } from './node.ts';
import { margin, styles, tone, width } from './style.ts';

export function Markdown({ content, place, of = {} }: { content: string; place: Place; of?: Node }) {
  const html = useMemo(() => markdownHtml(content, (id) => nameOf(place, id)), [content, place.directory]);
  return (
    <div
      class="markdown"
      data-size={str(of['text_size'])}
      style={styles({ ...margin(of), 'text-align': str(of['text_align']) || undefined })}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

export function MarkdownElement({ element, place }: { element: Node; place: Place }) {
  const icon = str(node(element['icon'])['token']);
  const text = (
    <Markdown
      content={str(element['content'])}
      place={place}
      of={icon ? { ...element, margin: '' } : element}
    />
  );
  if (!icon) return text;
  return (
    <div class="with-icon" style={margin(element)}>
      <Mark icon={node(element['icon'])} />
      {text}
    </div>
  );
}

export function Mark({ icon, size = 16 }: { icon: Node; size?: number }) {
  return (
    <span class="mark" data-tone={tone(icon['color']) ?? 'default'}>
      <TokenIcon token={str(icon['token'])} size={size} />
    </span>
  );
}

/** A text object: plain_text or lark_md. */
export function Text({ of, place }: { of: Node; place: Place }) {
  if (str(of['tag']) === 'lark_md') return <Markdown content={str(of['content'])} place={place} of={of} />;
  const lines = num(of['lines'], 0);
  return (
    <span
      class="plain"
      data-size={str(of['text_size'])}
      data-tone={tone(of['text_color']) ?? 'default'}
      style={styles({
        'text-align': str(of['text_align']) || undefined,
        '-webkit-line-clamp': lines > 0 ? String(lines) : undefined,
      })}
      data-clamp={lines > 0 ? 'true' : 'false'}
    >
      {str(of['content'])}
    </span>
  );
}

export function Div({ element, place }: { element: Node; place: Place }) {
  return (
    <div class="with-icon" style={{ ...margin(element), ...width(element['width']) }}>
      {element['icon'] ? <Mark icon={node(element['icon'])} /> : null}
      <Text of={node(element['text'])} place={place} />
    </div>
  );
}
