import type { Actor } from '../kernel/actor.ts';
import type { Host } from '../store/context.ts';
import type { Card } from './card.ts';
import { mayUse } from './commands.ts';
import type { Command, Feature } from './feature.ts';
import { colour, joinRich, type Rich, rich } from './rich.ts';
import { basicWords, cardWords as words } from './words.ts';

/** More lines than this are hard to look through without headings. */
const PLAIN_LIST = 8;

/** Only what this person may use here; a group sees nothing that works in private alone. One line each, for a phone. */
export function helpCard(features: readonly Feature[], actor: Actor, isPrivate: boolean): Card {
  const sections = features.map(({ title, commands = [] }) => ({
    heading: rich`${colour(title, 'grey')}`,
    lines: commands
      .filter((command) => mayUse(actor, command) && (isPrivate || command.where === 'anywhere'))
      .flatMap(helpLine),
  }));
  const lines = sections.flatMap((section) => section.lines);
  const texts =
    lines.length > PLAIN_LIST
      ? sections.flatMap((one) => (one.lines.length > 0 ? [[one.heading, ...one.lines]] : []))
      : [[rich`${words.commands}`, ...lines]];
  return {
    title: words.helpTitle,
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.askFreely },
      ...texts.map((text) => ({ kind: 'text' as const, text: joinRich(text, '\n') })),
      { kind: 'note', text: words.neverSend },
    ],
  };
}

function helpLine({ words: [name = ''], help }: Command): Rich[] {
  return help === '' ? [] : [rich`**${name}**　${help}`];
}

export function welcomeCard(features: readonly Feature[], actor: Actor): Card {
  const mine = features
    .flatMap((feature) => feature.commands ?? [])
    .filter((command) => command.roles && mayUse(actor, command))
    .flatMap(helpLine);
  return {
    title: words.welcomeTitle,
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.welcome },
      ...(mine.length > 0
        ? [{ kind: 'text' as const, text: joinRich([rich`${words.yours}`, ...mine], '\n') }]
        : []),
      { kind: 'note', text: words.neverSend },
    ],
  };
}

export function aboutCard(host: Host, contact: Record<string, string> | undefined): Card {
  const contactFacts = contact
    ? Object.entries(contact).map(([label, value]) => ({ label, value }))
    : [{ label: words.contact, value: words.contactMissing }];
  return {
    title: words.aboutTitle,
    tone: 'neutral',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.organisation, value: host.organisation || words.notEntered },
          {
            label: words.filing,
            value: host.filingNumber ? words.filed(host.filingNumber, host.filingDate) : words.trial,
          },
          ...contactFacts,
          { label: words.version, value: host.version },
        ],
      },
      { kind: 'note', text: words.promise },
    ],
  };
}

export function mutedCard(on: boolean, group: boolean): Card {
  const card = textCard(
    on ? (basicWords.silenceWords[0] ?? '') : (basicWords.resumeWords[0] ?? ''),
    words.muted(on, group),
  );
  if (group) return card;
  const back = on ? { text: words.unmute, action: 'chat.unmute' } : { text: words.mute, action: 'chat.mute' };
  return { ...card, blocks: [...card.blocks, { kind: 'buttons', buttons: [back] }] };
}

/** One sentence as a card. */
export function textCard(title: string, text: string, tone: Card['tone'] = 'neutral'): Card {
  return { title, tone, blocks: [{ kind: 'text', text }] };
}
