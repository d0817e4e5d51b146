import type { MessageView, Platform } from '../../src/simulator/platform/types.ts';
import { readCard } from '../scenarios/read-card.ts';

/** What the bot has written to this person in private, oldest first. */
export function fromBot(platform: Platform, openId: string): MessageView[] {
  const own = platform.view(openId).chats.find(({ kind }) => kind === 'p2p');
  return (own?.messages ?? []).filter(({ from, recalled }) => from.bot && !recalled);
}

export function read(message: MessageView): string {
  return message.card ? readCard(message.card) : message.text;
}
