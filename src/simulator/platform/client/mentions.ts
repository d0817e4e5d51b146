import type { Chat } from '../chats.ts';
import type { Core } from '../core.ts';
import type { Mention } from '../events/payloads.ts';

interface Candidate {
  /** As typed after `@`. */
  typed: string;
  name: string;
  openId: string | undefined;
  bot: boolean;
}

/**
 * Replaces every `@bot`, `@所有人` and `@姓名` by the placeholder that is sent instead. Each mention has a number of its
 * own, in order of appearance, counting on through all texts given.
 */
export function withPlaceholders(
  core: Core,
  chat: Chat,
  texts: string[],
): { texts: string[]; mentions: Mention[] } {
  const candidates = candidatesIn(core, chat);
  const mentions: Mention[] = [];
  let numbered = 0;
  const pattern = new RegExp(`@(${candidates.map(({ typed }) => escaped(typed)).join('|')})`, 'g');
  const replace = (text: string) =>
    text.replace(pattern, (_, typed: string) => {
      const found = candidates.find((each) => each.typed === typed);
      if (!found) return `@${typed}`;
      const everybody = found.openId === undefined;
      if (!everybody) numbered += 1;
      const key = everybody ? '@_all' : `@_user_${numbered}`;
      mentions.push({ key, name: found.name, openId: found.openId, bot: found.bot });
      return key;
    });
  return { texts: texts.map(replace), mentions };
}

/** Longest first, so that 王小明 is not taken for 王小. */
function candidatesIn(core: Core, chat: Chat): Candidate[] {
  const { botName, botOpenId } = core.settings;
  const people = [...chat.members].flatMap((openId) => core.directory.get(openId) ?? []);
  const all: Candidate[] = [
    { typed: 'bot', name: botName, openId: botOpenId, bot: true },
    { typed: botName, name: botName, openId: botOpenId, bot: true },
    { typed: '所有人', name: '所有人', openId: undefined, bot: false },
    ...people.map(({ name, openId }) => ({ typed: name, name, openId, bot: false })),
  ];
  return all.filter(({ typed }) => typed !== '').sort((a, b) => b.typed.length - a.typed.length);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
