import type { DirectoryPerson, MessageView, Platform } from './platform/types.ts';
import type { Directory, MoveReport } from './wire.ts';

type Seen = Pick<Platform, 'settings' | 'view' | 'people'>;

/** Everybody in the platform under a heading, with the newest message that each has from the bot. */
export function directory(platform: Seen): Directory {
  const people = platform.people();
  const group = grouping(people);
  return {
    bot: { openId: platform.settings.botOpenId, name: platform.settings.botName },
    people: people.map((person) => ({
      ...person,
      group: group(person),
      latest: latestFromBot(platform, person.openId),
    })),
  };
}

/** By county, at city level by unit; units with one person share a heading. */
function grouping(people: DirectoryPerson[]): (person: DirectoryPerson) => string {
  const unitOf = ({ group, title }: DirectoryPerson) =>
    group ?? /^\S{1,3}[县区]/.exec(title)?.[0] ?? title.split(/[\s·]/)[0] ?? '';
  const members = new Map<string, number>();
  for (const person of people) members.set(unitOf(person), (members.get(unitOf(person)) ?? 0) + 1);
  return (person) => (members.get(unitOf(person)) === 1 && !person.group ? '其他单位' : unitOf(person));
}

function latestFromBot(platform: Seen, openId: string): { chatId: string; messageId: string } | null {
  const chat = platform.view(openId).chats.find((one) => one.kind === 'p2p');
  const message = chat?.messages.findLast((one) => one.from.bot);
  return chat && message ? { chatId: chat.id, messageId: message.id } : null;
}

/** What others sent to this person, oldest first. */
export function receivedBy(
  platform: Seen,
  openId: string,
): (Pick<MessageView, 'id' | 'at' | 'from' | 'type' | 'text' | 'card'> & { chatId: string })[] {
  return platform
    .view(openId)
    .chats.flatMap((chat) => chat.messages.map((message) => ({ ...message, chatId: chat.id })))
    .filter((message) => message.from.openId !== openId && !message.recalled)
    .sort((a, b) => a.at - b.at)
    .map(({ id, at, from, type, text, card, chatId }) => ({
      id,
      at,
      from,
      type,
      text,
      ...(card ? { card } : {}),
      chatId,
    }));
}

/** Takes a count of everybody's private messages from the bot; the returned function says who has more now. */
export function receivedSince(platform: Seen): () => MoveReport['received'] {
  const count = (openId: string) =>
    platform
      .view(openId)
      .chats.filter((chat) => chat.kind === 'p2p')
      .flatMap((chat) => chat.messages)
      .filter((message) => message.from.bot).length;
  const before = new Map(platform.people().map((person) => [person.openId, count(person.openId)]));
  return () =>
    platform
      .people()
      .map(({ openId, name, title }) => ({
        openId,
        name,
        title,
        count: count(openId) - (before.get(openId) ?? 0),
      }))
      .filter((person) => person.count > 0);
}
