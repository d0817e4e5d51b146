import MarkdownIt, { type StateInline } from 'markdown-it';
import { tone } from './style.ts';

/** Looks up the name shown for an open_id. */
export type Names = (openId: string) => string;

const EMOJI: Record<string, string> = {
  OK: '👌',
  DONE: '✅',
  THUMBSUP: '👍',
  THANKS: '🙏',
  SMILE: '😊',
  CheckMark: '✅',
  Alarm: '⏰',
};

const md = new MarkdownIt({ html: false, breaks: true, linkify: true });
const escape = md.utils.escapeHtml;

/** Feishu's Markdown as HTML. Only the tags below mean anything; everything else is shown as the characters it is. */
export function markdownHtml(text: string, names: Names): string {
  return md.render(text, { names });
}

interface Tag {
  name: string;
  attributes: Record<string, string>;
  /** Where its content begins, and where that and the closing tag end. */
  start: number;
  contentEnd: number;
  end: number;
}

const OPEN = /^<([a-z_]+)((?:\s+[a-z_]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))*)\s*(\/?)>/;
const ATTRIBUTE = /([a-z_]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const KNOWN = new Set([
  'font',
  'text_tag',
  'number_tag',
  'at',
  'person',
  'a',
  'link',
  'br',
  'hr',
  'raw',
  'local_datetime',
]);
const VOID = new Set(['br', 'hr']);

function readTag(src: string, at: number): Tag | undefined {
  const open = OPEN.exec(src.slice(at));
  const name = open?.[1] ?? '';
  if (!open || !KNOWN.has(name)) return undefined;
  const attributes = Object.fromEntries(
    [...(open[2] ?? '').matchAll(ATTRIBUTE)].map((match) => [
      match[1] ?? '',
      match[2] ?? match[3] ?? match[4] ?? '',
    ]),
  );
  const start = at + open[0].length;
  if (open[3] || VOID.has(name)) return { name, attributes, start, contentEnd: start, end: start };
  const close = closing(src, name, start);
  return close === undefined
    ? undefined
    : { name, attributes, start, contentEnd: close, end: close + name.length + 3 };
}

/** Fonts nest, so the matching end is counted for. */
function closing(src: string, name: string, from: number): number | undefined {
  const marks = new RegExp(`<(/?)${name}[\\s>]`, 'g');
  marks.lastIndex = from;
  let depth = 1;
  for (let mark = marks.exec(src); mark; mark = marks.exec(src)) {
    depth += mark[1] ? -1 : 1;
    if (depth === 0) return mark.index;
  }
  return undefined;
}

function feishuTag(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '<') return false;
  const tag = readTag(state.src, state.pos);
  if (!tag || tag.end > state.posMax) return false;
  if (!silent) write(state, tag);
  state.pos = tag.end;
  return true;
}

function write(state: StateInline, tag: Tag): void {
  const { attributes } = tag;
  const content = state.src.slice(tag.start, tag.contentEnd);
  const names = (state.env as { names: Names }).names;
  switch (tag.name) {
    case 'br':
      state.push('hardbreak', 'br', 0);
      return;
    case 'hr':
      state.push('hr', 'hr', 0);
      return;
    case 'font':
      return wrap(state, tag, 'span', [
        ['data-tone', tone(attributes['color']) ?? 'default'],
        ['class', 'font'],
      ]);
    case 'text_tag':
    case 'number_tag':
      return wrap(state, tag, 'span', [
        ['data-tone', tone(attributes['color'] ?? attributes['background_color']) ?? 'grey'],
        ['class', 'text-tag'],
      ]);
    case 'at':
    case 'person': {
      const ids = (attributes['ids'] ?? attributes['id'] ?? '').split(',').filter(Boolean);
      const shown = ids.map((id) => `@${id === 'all' ? '所有人' : names(id.trim())}`).join(' ');
      return plain(state, shown || `@${attributes['email'] ?? content}`, 'at');
    }
    case 'local_datetime':
      return plain(state, localTime(attributes['millisecond'] ?? '') || content, 'font');
    case 'raw':
      return plain(state, content, 'font');
    default: {
      const href = attributes['href'] ?? attributes['url'] ?? '';
      if (!md.validateLink(href)) return plain(state, content, 'font');
      return wrap(state, tag, 'a', [['href', href]]);
    }
  }
}

function wrap(state: StateInline, tag: Tag, element: string, attributes: [string, string][]): void {
  const { pos, posMax } = state;
  const type = element === 'a' ? 'link' : 'feishu';
  state.push(`${type}_open`, element, 1).attrs = attributes;
  state.pos = tag.start;
  state.posMax = tag.contentEnd;
  if (element === 'a') state.linkLevel++;
  state.md.inline.tokenize(state);
  if (element === 'a') state.linkLevel--;
  state.pos = pos;
  state.posMax = posMax;
  state.push(`${type}_close`, element, -1);
}

function plain(state: StateInline, text: string, className: string): void {
  const token = state.push('feishu_plain', 'span', 0);
  token.content = text;
  token.attrs = [['class', className]];
}

function localTime(milliseconds: string): string {
  if (!/^\d+$/.test(milliseconds)) return '';
  return new Date(Number(milliseconds)).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
}

function emoji(state: StateInline, silent: boolean): boolean {
  const found = /^:([A-Za-z]+):/.exec(state.src.slice(state.pos, state.pos + 24));
  const picture = EMOJI[found?.[1] ?? ''];
  if (!found || !picture) return false;
  if (!silent) state.push('text', '', 0).content = picture;
  state.pos += found[0].length;
  return true;
}

md.inline.ruler.before('html_inline', 'feishu_tag', feishuTag);
md.inline.ruler.before('emphasis', 'emoji', emoji);

md.renderer.rules['feishu_plain'] = (tokens, i, _options, _env, renderer) => {
  const token = tokens[i];
  return token ? `<span${renderer.renderAttrs(token)}>${escape(token.content)}</span>` : '';
};
md.renderer.rules['link_open'] = (tokens, i, options, _env, renderer) => {
  const token = tokens[i];
  token?.attrSet('target', '_blank');
  token?.attrSet('rel', 'noopener noreferrer');
  return renderer.renderToken(tokens, i, options);
};
// Pictures are named by keys of the platform, never by addresses.
md.renderer.rules['image'] = (tokens, i) =>
  `<span class="image-key">图片 ${escape(tokens[i]?.content ?? '')}</span>`;
md.renderer.rules['table_open'] = () => '<div class="table-scroll"><table>';
md.renderer.rules['table_close'] = () => '</table></div>';
