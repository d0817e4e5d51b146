import type { Block, Card, Field } from '../../chat/card.ts';
import { joinRich } from '../../chat/rich.ts';
import type { Part } from './read-part.ts';
import type { Stood } from './rules/compare.ts';
import type { Kind } from './rules/difference.ts';
import { EXPLANATIONS, explanationOf, usualFor } from './rules/explanation.ts';
import { fieldName } from './rules/field-name.ts';
import { unitWords as words } from './words.ts';
import { correctionText, differenceText, explanationNames, kindNames, saidName } from './words-kinds.ts';

/** A form of more than so many choices is put aside on a phone; the rest follows after it. */
export const CHOICES = 8;
/** The platform takes 30 KB a card: so many choices and lines fit with long titles. */
const MOST_CHOICES = 24;
const LINES = 40;
/** From so many gaps on they can be answered together. */
const MANY_GAPS = 4;
const NOTE_LETTERS = 60;

export const NOTE = { name: 'note', max: NOTE_LETTERS };
/** Field of the one answer to all gaps. */
export const ALL_GAPS = 'all_gaps';

/** What somebody chose before the card was built anew, by key. */
export type Chosen = ReadonlyMap<string, string>;

/** Names of units by code, for differences that name receivers. */
export type Names = ReadonlyMap<string, string>;

/** The right card for where the unit stands now. */
export function partCard(part: Part, names: Names, chosen: Chosen = new Map()): Card {
  if (part.state !== 'released') return statementCard(part, names);
  const asked = openOf(part);
  if (asked.length > 0) return formCard(part, names, asked, { chosen });
  return part.turn === 'open' ? movedCard(part, names) : statementCard(part, names);
}

export function openOf(part: Part): Stood[] {
  return part.comparison.differences.filter((one) => one.standing === 'open');
}

/** All that can be said, with what has been said: before the end everybody may think again. */
export function changeCard(part: Part, names: Names): Card {
  const asked = part.comparison.differences.filter((one) => !one.byRule);
  return formCard(part, names, asked, { changing: true, chosen: new Map() });
}

function formCard(
  part: Part,
  names: Names,
  asked: readonly Stood[],
  { chosen, changing = false }: { chosen: Chosen; changing?: boolean },
): Card {
  const shown = asked.slice(0, changing ? MOST_CHOICES : CHOICES);
  const gaps = changing ? 0 : asked.filter((one) => one.kind === 'gap').length;
  const fields = [
    ...(gaps >= MANY_GAPS ? [allGapsOf(gaps)] : []),
    ...shown.map((one) => choiceOf(part, one, names, chosen)),
  ];
  const more = asked.length - shown.length;
  return {
    title: changing ? words.changeTitle(part.year) : words.title(part.year, asked.length),
    subtitle: part.unit.name,
    tone: 'info',
    blocks: [
      { kind: 'text', text: changing ? words.changeHint : words.hint },
      ...(more > 0 && !changing ? [{ kind: 'text' as const, text: words.moreHint(more) }] : []),
      {
        kind: 'form',
        name: 'reconcile',
        fields: [
          ...fields,
          {
            kind: 'input',
            name: NOTE.name,
            label: words.note,
            hint: words.noteHint,
            maxLength: NOTE_LETTERS,
          },
        ],
        submit: {
          text: words.submit,
          action: 'counts.reconcile-claim',
          value: valueOf(part),
          style: 'primary',
        },
      },
      purposeBlock(),
    ],
  };
}

function allGapsOf(count: number): Field {
  return { kind: 'select', name: ALL_GAPS, label: words.allGaps(count), options: optionsOf('gap') };
}

function optionsOf(kind: Kind) {
  return EXPLANATIONS[kind].map(({ code }) => ({ text: explanationNames[kind][code] ?? code, value: code }));
}

function choiceOf(part: Part, one: Stood, names: Names, chosen: Chosen): Field {
  const said = part.claims.get(one.key)?.explanation ?? '';
  const value = chosen.get(one.key) ?? (said || usualFor(one.kind));
  return {
    kind: 'select',
    name: fieldName(one.key),
    label: `${kindNames[one.kind]}：${differenceText(one, names)}`,
    options: optionsOf(one.kind),
    ...(value ? { value } : {}),
  };
}

function movedCard(part: Part, names: Names): Card {
  return {
    title: words.movedTitle(part.year),
    subtitle: part.unit.name,
    tone: 'notice',
    blocks: [
      { kind: 'text', text: words.moved },
      { kind: 'text', text: words.due(part.comparison.due.map(correctionText)) },
      {
        kind: 'buttons',
        buttons: [
          { text: words.correct, action: 'counts.reconcile-claim', value: valueOf(part), style: 'primary' },
        ],
      },
      ...saidBlocks(part, names),
    ],
  };
}

/** 对账单: what differed, what was said, what was put right. */
function statementCard(part: Part, names: Names): Card {
  const waiting = part.turn === 'office';
  const said = part.comparison.differences.length;
  const title = part.state === 'closed' ? words.closedTitle : waiting ? words.waitingTitle : words.levelTitle;
  const changeable = part.state === 'released' && part.comparison.differences.some((one) => !one.byRule);
  return {
    title: title(part.year),
    subtitle: part.unit.name,
    tone: waiting ? 'info' : 'success',
    blocks: [
      ...(said === 0 ? [{ kind: 'text' as const, text: words.nothing }] : saidBlocks(part, names)),
      ...(part.unlisted.length > 0 ? [{ kind: 'note' as const, text: words.unlisted(part.unlisted) }] : []),
      ...(part.by === ''
        ? []
        : [{ kind: 'note' as const, text: words.doneBy(part.byName, part.at, !waiting) }]),
      ...(changeable
        ? [
            {
              kind: 'buttons' as const,
              buttons: [{ text: words.change, action: 'counts.reconcile-change', value: valueOf(part) }],
            },
          ]
        : []),
      { kind: 'note', text: waiting ? words.footer : `${words.offline}${words.footer}。` },
    ],
  };
}

function saidBlocks(part: Part, names: Names): Block[] {
  const all = part.comparison.differences;
  const lines = all
    .slice(0, LINES)
    .map((one) => words.said(kindNames[one.kind], differenceText(one, names), saidText(part, one)));
  const corrections = part.corrections.map(correctionText);
  return [
    ...(corrections.length > 0 ? [{ kind: 'text' as const, text: words.corrected(corrections) }] : []),
    {
      kind: 'panel',
      title: words.saidTitle(all.length),
      open: all.length <= CHOICES,
      blocks: [
        { kind: 'text', text: joinRich(lines, '\n') },
        ...(all.length > LINES ? [{ kind: 'note' as const, text: words.more(all.length - LINES) }] : []),
      ],
    },
  ];
}

/** What the unit has said about a difference, as people read it; empty when nothing. */
export function saidText(part: Part, one: Stood): string {
  if (one.byRule) return words.byRule;
  const claim = part.claims.get(one.key);
  const name = claim && saidName(one.kind, claim.explanation);
  if (!claim || !name) return '';
  const said = words.asNote(name, claim.note);
  const agreed = explanationOf(one.kind, claim.explanation)?.effect === 'office' && claim.acceptedBy !== '';
  return agreed ? words.agreed(said) : said;
}

function purposeBlock(): Block {
  return {
    kind: 'panel',
    title: words.purposeTitle,
    blocks: [
      { kind: 'text', text: words.purpose },
      { kind: 'note', text: words.footer },
    ],
  };
}

function valueOf(part: Part): Record<string, string | number> {
  return { year: part.year, unit: part.unit.code, revision: part.revision };
}
