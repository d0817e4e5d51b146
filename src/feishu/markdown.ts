import type { Colour, Rich, RichPart } from '../chat/rich.ts';

/** Characters that mean something to the platform's Markdown or its tags. */
const SPECIAL = /[&<>*_~[\]()#`\\|!@]/g;
/**
 * List markers, rules and underlined headings count at the beginning of a line only, and markers only before a blank:
 * `48.0%` and `+3.0` stay as they are.
 */
const LINE_START = /^(?:[-+](?=\s|$)|-(?=\s*-)|=|(\d+)\.(?=\s|$))/;
/** What would become an emoji (`:OK:`) or a link (`https:`, `a.cn`) by itself. */
const SELF_MADE = /:(?=[/a-z_+])|(?<=[a-z])\.(?=[a-z])/gi;
const CONTROL = /\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Markdown in which only the trusted parts can mean something; data shows as the characters that were typed. */
export function markdownOf(text: Rich | string): string {
  if (typeof text === 'string') return escaped(text);
  return text.parts.map(partOf).join('');
}

function partOf(part: RichPart): string {
  if (part.kind === 'markup') return part.text;
  if (part.kind === 'colour') return coloured(part.text, part.colour);
  const url = part.kind === 'link' ? safeUrl(part.url) : '';
  return url ? `[${escaped(part.text)}](${url})` : escaped(part.text);
}

export function coloured(text: string, colour: Colour): string {
  return `<font color='${colour}'>${escaped(text)}</font>`;
}

/** Line breaks become tags, so that no line of data can begin a list, a quote or a code block. */
export function escaped(data: string): string {
  return data.replace(/\r\n?/g, '\n').split('\n').map(escapedLine).join('<br>');
}

function escapedLine(line: string): string {
  return line
    .replace(CONTROL, ' ')
    .trimStart()
    .replace(SPECIAL, entity)
    .replace(SELF_MADE, entity)
    .replace(LINE_START, (mark: string, digits?: string) =>
      digits ? `${digits}${entity('.')}` : entity(mark),
    );
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** Empty for anything but a web address; brackets and blanks are encoded, as they would end the link early. */
function safeUrl(url: string): string {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return '';
  return new URL(url).href.replace(
    /[\s()<>[\]"'`\\*_~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
