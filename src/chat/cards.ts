import type { Actor } from '../kernel/actor.ts';
import type { Host } from '../store/context.ts';
import type { Block, Card } from './card.ts';
import { mayUse } from './commands.ts';
import type { Feature } from './feature.ts';
import { joinRich, rich } from './rich.ts';
import { basicWords, cardWords as words } from './words.ts';

/** Only what this person may use here; a group sees nothing that works in private alone. */
export function helpCard(features: readonly Feature[], actor: Actor, isPrivate: boolean): Card {
  const sections: Block[] = features.flatMap((feature) => {
    const commands = (feature.commands ?? []).filter(
      (command) => mayUse(actor, command) && (isPrivate || command.where === 'anywhere'),
    );
    if (commands.length === 0) return [];
    const lines = commands.map((command) => rich`**${command.words[0] ?? ''}**　${command.help}`);
    return [{ kind: 'text', text: joinRich([rich`**${feature.title}**`, ...lines], '\n') }];
  });
  return {
    title: words.helpTitle,
    tone: 'info',
    blocks: [{ kind: 'text', text: words.askFreely }, ...sections, { kind: 'note', text: words.neverSend }],
  };
}

export function welcomeCard(features: readonly Feature[], actor: Actor): Card {
  const mine = features
    .flatMap((feature) => feature.commands ?? [])
    .filter((command) => command.roles && mayUse(actor, command))
    .map((command) => rich`**${command.words[0] ?? ''}**　${command.help}`);
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
  return textCard(
    on ? (basicWords.silenceWords[0] ?? '') : (basicWords.resumeWords[0] ?? ''),
    words.muted(on, group),
  );
}

/** One sentence as a card. */
export function textCard(title: string, text: string, tone: Card['tone'] = 'neutral'): Card {
  return { title, tone, blocks: [{ kind: 'text', text }] };
}
