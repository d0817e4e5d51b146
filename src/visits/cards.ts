import type { ActionButton, Block, Card, Field } from '../chat/card.ts';
import { type Day, daysBetween } from '../kernel/day.ts';
import { type Half, halfEnd } from '../kernel/period.ts';
import {
  countOpen,
  isOpen,
  KINDS,
  openKinds,
  type Point,
  pointsByGroup,
  type VisitKind,
} from './rules/points.ts';
import type { Duties } from './verbs/show-duties.ts';
import { bothName, doneDays, kindNames, dutyWords as words } from './words.ts';

/** Lists what is open and nothing else; every line can be ticked off at once. */
export function reminderCard(half: Half, open: readonly Point[], today: Day): Card {
  return {
    ...frame(half, open, words.remindTitle),
    tone: 'notice',
    summary: words.summary(countOpen(open), half),
    blocks: openBlocks(half, open, today),
  };
}

/** What a liaison gets on asking, and what a clicked card turns into. */
export function dutiesCard(
  { half, points, forgotten }: Omit<Duties, 'forgotten'> & Partial<Duties>,
  today: Day,
): Card {
  const open = points.filter(isOpen);
  const done = points.filter((point) => openKinds(point).length < KINDS.length);
  const later: Block[] = [
    ...(done.length > 0
      ? [{ kind: 'buttons' as const, buttons: [{ text: words.amend, ...show(half, 'amend') }] }]
      : []),
    ...(forgotten
      ? [
          {
            kind: 'buttons' as const,
            buttons: [{ text: words.forgotten(forgotten.half, forgotten.open), ...show(forgotten.half) }],
          },
        ]
      : []),
  ];
  if (open.length === 0) return finishedCard(half, points, later);
  return {
    ...frame(half, points, words.title),
    tone: 'info',
    blocks: [
      ...openBlocks(half, open, today),
      ...(done.length > 0 ? [{ kind: 'note' as const, text: words.done(half, done) }] : []),
      ...later,
    ],
  };
}

function finishedCard(half: Half, points: readonly Point[], later: Block[]): Card {
  return {
    ...frame(half, points, words.finishedTitle),
    tone: 'success',
    blocks: [
      { kind: 'text', text: words.finished(half) },
      {
        kind: 'facts',
        facts: points.map((point) => ({ label: point.name, value: doneDays(half, point) })),
      },
      ...later,
    ],
  };
}

/** For what was done earlier than it is recorded. Choices and a date only: there is no room for contents (BR-36). */
export function backdateCard(half: Half, points: readonly Point[], today: Day): Card {
  const open = points.filter(isOpen);
  const fields: Field[] = [
    {
      kind: 'select',
      name: 'unit',
      label: words.point,
      required: true,
      options: open.map((point) => ({ text: point.name, value: point.unit })),
    },
    {
      kind: 'select',
      name: 'kind',
      label: words.kind,
      required: true,
      options: [
        ...KINDS.map((kind) => ({ text: kindNames[kind], value: kind })),
        { text: bothName, value: 'both' },
      ],
    },
    // Of a half-year that is over, today is never what is meant: it would be marked as late.
    {
      kind: 'date',
      name: 'day',
      label: words.day,
      required: true,
      ...(today <= halfEnd(half) && { value: today }),
    },
  ];
  const submit: ActionButton = {
    text: words.submit,
    action: 'visits.backdate',
    value: { half },
    style: 'primary',
  };
  return {
    ...frame(half, points, words.backdate),
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.backdateHint },
      { kind: 'form', name: 'backdate', fields, submit },
      { kind: 'buttons', buttons: [{ text: words.back, ...show(half) }] },
    ],
  };
}

/** For a slip of the finger or a wrong day. */
export function amendCard(half: Half, points: readonly Point[]): Card {
  const records = points.flatMap((point) =>
    KINDS.filter((kind) => point.done[kind]).map((kind) => ({
      text: words.recordOption(half, point, kind),
      value: recordKey(point.unit, kind),
    })),
  );
  const fields: Field[] = [
    { kind: 'select', name: 'record', label: words.record, required: true, options: records },
    {
      kind: 'select',
      name: 'how',
      label: words.how,
      required: true,
      options: [
        { text: words.rightDay, value: 'day' },
        { text: words.withdraw, value: 'withdraw' },
      ],
    },
    { kind: 'date', name: 'day', label: words.amendDay },
  ];
  return {
    ...frame(half, points, words.amend),
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.amendHint },
      {
        kind: 'form',
        name: 'amend',
        fields,
        submit: { text: words.amendSubmit, action: 'visits.amend', value: { half }, style: 'primary' },
      },
      { kind: 'buttons', buttons: [{ text: words.back, ...show(half) }] },
    ],
  };
}

/** Unit codes hold no colon. */
export function recordKey(unit: string, kind: VisitKind): string {
  return `${unit}:${kind}`;
}

export function frame(half: Half, points: readonly Point[], title: string) {
  const groups = pointsByGroup(points).map(([group]) => group);
  return { title, subtitle: words.subtitle(half, groups) };
}

/**
 * A group has two or three points; somebody who holds many groups may have more than the platform's 200 elements of a
 * card can take with three buttons each.
 */
const MOST_SHOWN = 12;

export function openBlocks(half: Half, open: readonly Point[], today: Day): Block[] {
  const late = today > halfEnd(half);
  const backdate: Block = {
    kind: 'buttons',
    buttons: [
      {
        text: words.backdate,
        action: 'visits.show',
        value: { half, as: 'backdate' },
        style: late ? 'primary' : 'default',
      },
    ],
  };
  // Once the half-year is over, a tap means done late: the way to the real day comes first.
  return [
    { kind: 'text', text: words.stillOpen(half, countOpen(open), daysBetween(today, halfEnd(half))) },
    ...(late ? [backdate] : []),
    ...open
      .slice(0, MOST_SHOWN)
      .map((point): Block => ({ kind: 'buttons', buttons: recordButtons(half, point, !late) })),
    ...(open.length > MOST_SHOWN
      ? [{ kind: 'note' as const, text: words.more(open.slice(MOST_SHOWN).map(({ name }) => name)) }]
      : []),
    { kind: 'note', text: words.oneClick },
    ...(late ? [] : [backdate]),
  ];
}

function recordButtons(half: Half, point: Point, marked: boolean): ActionButton[] {
  const kinds = openKinds(point);
  const choices = kinds.length > 1 ? [...kinds, 'both' as const] : kinds;
  return choices.map((kind, i) => ({
    text: words.button(kind === 'both' ? bothName : kindNames[kind], point),
    action: 'visits.record',
    value: { unit: point.unit, half, kind },
    style: marked && i === choices.length - 1 ? 'primary' : 'default',
  }));
}

function show(half: Half, as: 'duties' | 'amend' = 'duties') {
  return { action: 'visits.show', value: { half, as } };
}
