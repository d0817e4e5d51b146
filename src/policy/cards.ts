import { facts, localFigureKinds } from '../../db/seed/facts.ts';
import type { LocalFigureKind } from '../../db/seed/types.ts';
import type { ActionButton, Block, Card } from '../chat/card.ts';
import { textCard } from '../chat/cards.ts';
import type { Day } from '../kernel/day.ts';
import type { Contact } from './contact.ts';
import type { Declined } from './guard/words.ts';
import { notificationLine } from './notification-line.ts';
import type { Entry, LocalFigure } from './repo.ts';
import { chooseWords, reliability, unknownWords, whoToAsk, answerWords as words } from './words.ts';

/** Where a card is shown: feedback and 转人工 are for private chats only (contract section 6). */
export type Place = 'private' | 'group';

export interface AnswerParts {
  entry: Entry;
  /** Sentences before the answer. */
  lead: readonly string[];
  /** LOC codes the answer waits for. */
  missing: readonly string[];
  figures: readonly LocalFigure[];
  contact: Contact;
  day: Day;
  place: Place;
}

/** Conclusion first, then basis and date, then whom to ask (domain 8). */
export function answerCard(parts: AnswerParts): Card {
  const { entry, lead, missing, figures, contact, day, place } = parts;
  const period = words.inForce(entry.validFrom, entry.validUntil);
  const relied = reliedOn(entry);
  return {
    title: entry.question,
    summary: missing.length > 0 ? gapLine(missing) : notificationLine(lead[0] ?? entry.answer),
    tone: missing.length > 0 ? 'notice' : 'info',
    blocks: [
      ...lead.map((text): Block => ({ kind: 'text', text })),
      { kind: 'text', text: entry.answer },
      ...(missing.length > 0 ? [gapBlock(missing)] : []),
      ...figureBlocks(figures),
      {
        kind: 'facts',
        facts: [
          {
            label: words.basis,
            value: [entry.document, entry.documentNumber, entry.clause].filter(Boolean).join(' '),
          },
          ...(relied ? [{ label: words.reliability, value: relied }] : []),
          ...(period ? [{ label: words.period, value: period }] : []),
          { label: words.ask, value: whoToAsk(entry.office, entry.phone, contact) },
        ],
      },
      { kind: 'note', text: words.checked(day) },
      ...feedback(place, entry.number),
    ],
  };
}

/** What the bot says of its own manners (SY) is no part of the policy beside which it stands. */
const OWN_MANNERS = /^SY-/;

/** Every kind of facts once. */
function reliedOn({ factIds }: Entry): string {
  const policy = factIds.filter((id) => !OWN_MANNERS.test(id));
  const relied = (policy.length > 0 ? policy : factIds).flatMap((id) => facts.get(id)?.confidence ?? []);
  const kinds = new Set(
    relied.filter((kind, _, all) => kind !== 'missing' || all.every((one) => one === kind)),
  );
  return [...kinds].map((kind) => reliability[kind]).join('；');
}

function kindsOf(missing: readonly string[]): LocalFigureKind[] {
  return missing.flatMap((code) => localFigureKinds.get(code) ?? []);
}

export function gapLine(missing: readonly string[]): string {
  return words.gapLine(kindsOf(missing).map(({ title }) => title));
}

export function gapBlock(missing: readonly string[]): Block {
  const kinds = kindsOf(missing);
  return {
    kind: 'text',
    text: words.gap(
      kinds.map((kind) => kind.title),
      [...new Set(kinds.map((kind) => kind.office))],
    ),
  };
}

/** Characters of one local standard: more nobody reads on a phone, and three of them fit the 30 KB of a card. */
const LONGEST_FIGURES = 2_000;

/** What the office entered, one panel for each local standard. */
export function figureBlocks(figures: readonly LocalFigure[]): Block[] {
  return [...Map.groupBy(figures, (figure) => figure.code)].map(([code, rows]) => {
    const lines = rows.map(({ values }) => figureLine(values));
    const shown = fitting(lines);
    const left = lines.length - shown.length;
    return {
      kind: 'panel',
      title: words.figureTitle(localFigureKinds.get(code)?.title ?? code),
      open: true,
      blocks: [
        { kind: 'text', text: shown.join('\n') },
        ...(left > 0 ? [{ kind: 'note' as const, text: words.figuresLeft(left) }] : []),
      ],
    };
  });
}

/** The first lines, at least one; a line too long by itself is cut. */
function fitting([first = '', ...rest]: readonly string[]): string[] {
  const shown = [first.length > LONGEST_FIGURES ? `${first.slice(0, LONGEST_FIGURES)}…` : first];
  let length = first.length;
  for (const line of rest) {
    length += line.length;
    if (length > LONGEST_FIGURES) break;
    shown.push(line);
  }
  return shown;
}

export function figureLine(values: Record<string, string>): string {
  const { [words.plainFigure.item]: item, [words.plainFigure.text]: text, ...rest } = values;
  const named = Object.entries(rest).map(([title, value]) => `${title} ${value}`);
  return [...(item || text ? [[item, text].filter(Boolean).join('：')] : []), ...named].join('，');
}

export function feedback(place: Place, number: string): Block[] {
  if (place === 'group') return [];
  const button = (text: string, action: string): ActionButton => ({ text, action, value: { number } });
  return [
    {
      kind: 'buttons',
      buttons: [
        button(words.useful, 'policy.useful'),
        button(words.unsolved, 'policy.unsolved'),
        button(words.human, 'policy.human'),
      ],
    },
  ];
}

export function chooseCard(entries: readonly Entry[], sure: boolean, place: Place): Card {
  return {
    title: sure ? chooseWords.nearTitle : chooseWords.unsureTitle,
    tone: 'info',
    blocks: [
      { kind: 'text', text: sure ? chooseWords.near : chooseWords.unsure },
      {
        kind: 'buttons',
        buttons: [...entries.map((entry) => showButton(entry, place)), ...humanButton(place, entries[0])],
      },
    ],
  };
}

export function unknownCard(near: readonly Entry[], contact: Contact, place: Place): Card {
  const hint: Block[] =
    near.length === 0
      ? [{ kind: 'note', text: unknownWords.scope }]
      : [
          { kind: 'text', text: unknownWords.near },
          { kind: 'buttons', buttons: near.map((entry) => showButton(entry, place)) },
        ];
  const human = humanButton(place, near[0]);
  return {
    title: unknownWords.title,
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: unknownWords.text },
      { kind: 'facts', facts: [{ label: words.ask, value: whoToAsk('', '', contact) }] },
      ...hint,
      ...(human.length > 0 ? [{ kind: 'buttons' as const, buttons: human }] : []),
    ],
  };
}

/** The way to a human, for private chats; the nearest entry tells which office it is for. */
function humanButton(place: Place, near: Entry | undefined): ActionButton[] {
  if (place === 'group') return [];
  return [{ text: words.human, action: 'policy.human', value: { number: near?.number ?? '' } }];
}

function showButton({ number, question }: Entry, place: Place): ActionButton {
  return { text: question, action: 'policy.show', value: { number, place } };
}

export function declinedCard({ title, text }: Declined): Card {
  return textCard(title, text, 'notice');
}
