import type { Block, Button, Card, PanelBlock } from '../../chat/card.ts';
import { joinRich, rich } from '../../chat/rich.ts';
import { type Names, openOf, saidText } from './cards.ts';
import type { Office } from './office.ts';
import type { Part } from './read-part.ts';
import type { Stood } from './rules/compare.ts';
import { KINDS } from './rules/difference.ts';
import { explanationOf } from './rules/explanation.ts';
import { BOOKS, type Booked, rowsOf } from './rules/ledger.ts';
import { sampleSize } from './rules/receiving.ts';
import { unitWords, officeWords as words } from './words.ts';
import { differenceText, kindNames } from './words-kinds.ts';

/** Explanations to agree to at a time: each has two buttons, and a card has to be read on a phone. */
const WAITING = 5;
/** Units and lines of each that are told in full. */
const TOLD = 8;
const LINES = 8;
/** Names of units that fit a card of 30 KB with everything else; the rest is counted. */
const NAMES = 150;

/** Where a level's reconciliation stands, units in their fixed order: for coordinators, in private only (BR-41). */
export function officeCard(office: Office): Card {
  const state = office.row?.state ?? 'none';
  const level = office.parts.filter((part) => part.turn === 'settled').length;
  const done = level === office.parts.length;
  return {
    title: words.title(office.year, office.county),
    subtitle: words.states[state],
    tone: state === 'closed' || (state === 'released' && done) ? 'success' : 'info',
    blocks: [
      ...(state === 'none' || state === 'draft' ? comparedBlocks(office, state) : []),
      ...(state === 'released'
        ? [
            {
              kind: 'text' as const,
              text: done ? words.allLevel : words.levelled(level, office.parts.length),
            },
          ]
        : []),
      ...waitingBlocks(office),
      ...openBlocks(office),
      ...unlistedBlocks(office),
      ...(state === 'released' || state === 'closed' ? [foldedBlock(office, state)] : []),
      ...buttonBlocks(office, state, done),
      ...(office.row?.state === 'closed'
        ? [{ kind: 'note' as const, text: words.closedBy(office.byName, office.row.at) }]
        : []),
      ...(state === 'released' && office.parts.some((part) => part.turn === 'open')
        ? [{ kind: 'note' as const, text: words.releasedNote }]
        : []),
      { kind: 'note', text: words.orderNote },
    ],
  };
}

type Folded = PanelBlock['blocks'][number];

function comparedBlocks(office: Office, state: string): Folded[] {
  return [...booksBlocks(office), ...(state === 'none' ? [] : differenceBlocks(office))];
}

/** Once the cards are out, what matters is who still has something to say. */
function foldedBlock(office: Office, state: string): Block {
  return { kind: 'panel', title: words.booksTitle, blocks: comparedBlocks(office, state) };
}

export function hasBooks(office: Office): boolean {
  return office.parts.some((part) => BOOKS.some((book) => part.books.rows[book].length > 0));
}

function booksBlocks(office: Office): Folded[] {
  if (!hasBooks(office)) return [{ kind: 'text', text: words.noBooks }];
  const facts = BOOKS.map((book) => {
    const filled = office.parts.filter((part) => part.books.rows[book].length > 0);
    const rows = filled.reduce((sum, part) => sum + part.books.rows[book].length, 0);
    const counted = words.counted(rows, filled.length);
    const told = book === 'plan' && rows === 0 ? words.plannedAsNumbers : counted;
    return { label: words.bookNames[book], value: told };
  });
  const combined = (indicator: Booked) =>
    office.parts.flatMap((part) => rowsOf(part.books, 'register', indicator)).filter((row) => row.parts > 1)
      .length;
  const [documents, meetings] = [combined('document'), combined('meeting')];
  return [
    { kind: 'facts', facts },
    { kind: 'note', text: words.sample(office.sampled, sampleSize(office.receivers)) },
    ...(documents + meetings > 0
      ? [{ kind: 'note' as const, text: words.combined(documents, meetings) }]
      : []),
  ];
}

/** How many of each kind, in the order of domain 4.3. */
function differenceBlocks({ parts }: Office): Folded[] {
  const all = parts.flatMap((part) => part.comparison.differences).filter((one) => !one.byRule);
  const lines = KINDS.flatMap((kind) => {
    const count = all.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [words.kind(kindNames[kind], count)];
  });
  const text = lines.length === 0 ? words.foundNone : rich`**${words.found}**　${lines.join('，')}`;
  return [{ kind: 'text', text }];
}

function openBlocks({ parts, reachable, row, names }: Office): Block[] {
  const open = parts.filter((part) => part.turn === 'open');
  if (!row || row.state === 'closed' || open.length === 0) return [];
  const nameOf = (part: Part) => {
    const text = words.unitOpen(part.unit.name, Math.max(1, openOf(part).length));
    return reachable.has(part.unit.code) ? text : `${text}${words.nobody}`;
  };
  const others = open.slice(TOLD).map(nameOf);
  return [
    { kind: 'text', text: rich`**${words.openTitle(open.length)}**` },
    ...open.slice(0, TOLD).map((part) => unitPanel(part, nameOf(part), names)),
    ...(others.length > 0
      ? [
          {
            kind: 'panel' as const,
            title: words.alsoOpen,
            blocks: [{ kind: 'text' as const, text: cut(others).join('\n') }],
          },
        ]
      : []),
  ];
}

/** What the unit is asked, to be looked at before it is sent. */
function unitPanel(part: Part, title: string, names: Names): PanelBlock {
  const asked = openOf(part);
  const lines = asked
    .slice(0, LINES)
    .map((one) => words.difference(kindNames[one.kind], differenceText(one, names)));
  const more = asked.length - lines.length;
  return {
    kind: 'panel',
    title,
    blocks: [
      { kind: 'text', text: lines.length > 0 ? joinRich(lines, '\n') : unitWords.moved },
      ...(more > 0 ? [{ kind: 'note' as const, text: words.moreDifferences(more) }] : []),
    ],
  };
}

function waitingBlocks(office: Office): Block[] {
  if (office.row?.state !== 'released') return [];
  const waiting = office.parts.flatMap((part) =>
    part.comparison.differences
      .filter((one) => one.standing === 'office')
      .map((one): [Part, Stood] => [part, one]),
  );
  if (waiting.length === 0) return [];
  return [
    { kind: 'text', text: rich`**${words.waitingTitle(waiting.length)}**` },
    ...waiting.slice(0, WAITING).flatMap(([part, one]) => waitingOne(office, part, one)),
    ...(waiting.length > WAITING
      ? [{ kind: 'note' as const, text: words.moreWaiting(waiting.length - WAITING) }]
      : []),
  ];
}

function cut(names: readonly string[]): string[] {
  return names.length > NAMES ? [...names.slice(0, NAMES), words.moreUnits(names.length)] : [...names];
}

function waitingOne(office: Office, part: Part, one: Stood): Block[] {
  const text = words.waiting(
    part.unit.name,
    kindNames[one.kind],
    differenceText(one, office.names),
    saidText(part, one),
  );
  const explanation = explanationOf(one.kind, part.claims.get(one.key)?.explanation ?? '');
  if (explanation?.effect === 'list')
    return [
      { kind: 'text', text },
      { kind: 'note', text: words.listShort },
    ];
  const value = (accept: number) => ({
    year: part.year,
    unit: part.unit.code,
    key: one.key,
    revision: part.claims.get(one.key)?.revision ?? 0,
    accept,
  });
  return [
    { kind: 'text', text },
    {
      kind: 'buttons',
      buttons: [
        { text: words.accept, action: 'counts.reconcile-accept', value: value(1) },
        { text: words.sendBack, action: 'counts.reconcile-accept', value: value(0) },
      ],
    },
  ];
}

function unlistedBlocks({ parts, row }: Office): Block[] {
  const unlisted = parts.filter((part) => part.unlisted.length > 0);
  if (row?.state === 'closed' || unlisted.length === 0) return [];
  return [
    {
      kind: 'panel',
      title: words.unlistedTitle(unlisted.length),
      blocks: [
        { kind: 'text', text: cut(unlisted.map((part) => part.unit.name)).join('、') },
        { kind: 'note', text: words.unlistedHint },
      ],
    },
  ];
}

function buttonBlocks(office: Office, state: string, done: boolean): Block[] {
  const { year, county, parts, row } = office;
  const value = { year, county, revision: row?.revision ?? 0 };
  const button = (): Button | undefined => {
    if (state === 'none' && hasBooks(office))
      return { text: words.create, action: 'counts.reconcile-draft', value, style: 'primary' };
    if (state === 'draft' && !done)
      return {
        text: words.release,
        action: 'counts.reconcile-release',
        value,
        style: 'primary',
        confirm: words.releaseConfirm(parts.filter((part) => part.turn === 'open').length),
      };
    if (done && (state === 'draft' || state === 'released'))
      return {
        text: words.close,
        action: 'counts.reconcile-close',
        value,
        style: 'primary',
        confirm: words.closeConfirm,
      };
    return undefined;
  };
  const only = button();
  return only ? [{ kind: 'buttons', buttons: [only] }] : [];
}
