import { CARD_BYTES, type CardJson, cardProblem } from '../cards.ts';
import type { Core } from '../core.ts';
import { Refusal } from './call.ts';

/** Text messages may be 150 KB, cards and posts 30 KB: bytes of the whole request body. */
const TEXT_BYTES = 150 * 1024;

type Content = Record<string, unknown>;
type Check = (core: Core, content: Content) => void;

const CHECKS: Record<string, Check> = {
  text: (_, content) => need(typeof content.text === 'string', 'text'),
  post: (_, content) => need(isPost(content), 'post'),
  image: (core, content) => ownKey(core, content.image_key, ['message']),
  file: (core, content) => ownKey(core, content.file_key, ['stream', 'pdf', 'doc', 'xls', 'ppt']),
  audio: (core, content) => ownKey(core, content.file_key, ['opus']),
  media: (core, content) => ownKey(core, content.file_key, ['mp4']),
  share_chat: (_, content) => need(typeof content.chat_id === 'string', 'chat_id'),
  share_user: (_, content) => need(typeof content.user_id === 'string', 'user_id'),
  interactive: checkCardContent,
};

/**
 * `content` as the API demands it: a string that holds JSON and fits the type.
 * @throws Refusal
 */
export function readContent(core: Core, type: unknown, content: unknown, requestBytes: number): Content {
  const check = typeof type === 'string' ? CHECKS[type] : undefined;
  if (!check) throw new Refusal(230001, 'Your request contains an invalid request parameter, ext=msg_type');
  if (typeof content !== 'string')
    throw new Refusal(230001, 'invalid request parameter, ext=content is not a string');
  if (requestBytes > (type === 'text' ? TEXT_BYTES : CARD_BYTES) && (type === 'text' || isCardOrPost(type)))
    throw new Refusal(230025, 'The length of the message content reaches its limit');
  const value = objectIn(content);
  if (!value) throw new Refusal(230001, 'invalid request parameter, ext=content is not in JSON format');
  check(core, value);
  return value;
}

/** @throws Refusal 230099 with the sub-code in `msg`, as the live platform words it. */
export function checkCardContent(core: Core, card: CardJson): void {
  const problem =
    card.type === 'template' ? { code: 200380, message: 'template does not exist' } : cardProblem(core, card);
  if (problem)
    throw new Refusal(
      230099,
      `Failed to create card content, ext=ErrCode: ${problem.code}; ErrMsg: ${problem.message}`,
    );
}

function isCardOrPost(type: unknown): boolean {
  return type === 'interactive' || type === 'post';
}

function objectIn(text: string): Content | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Content)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Sent posts stand under a locale, received ones do not. */
function isPost(content: Content): boolean {
  const locales = Object.values(content);
  return (
    locales.length > 0 &&
    locales.every((each) => {
      const paragraphs = (each as Content | null)?.content;
      return Array.isArray(paragraphs) && paragraphs.every((paragraph) => Array.isArray(paragraph));
    })
  );
}

function ownKey(core: Core, key: unknown, types: string[]): void {
  need(typeof key === 'string' && key !== '', 'key');
  const resource = core.resources.get(key as string);
  if (resource?.owner !== 'bot') throw new Refusal(230017, 'Bot is not the owner of the resource');
  if (!types.includes(resource.type)) throw new Refusal(230055, 'The type of file upload does not match');
}

function need(holds: boolean, what: string): void {
  if (!holds)
    throw new Refusal(230001, `invalid request parameter, ext=content does not fit msg_type: ${what}`);
}
