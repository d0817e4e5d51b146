import type { Block, Card, Field, Option } from '../chat/card.ts';
import type { Day } from '../kernel/day.ts';
import type { Half } from '../kernel/period.ts';
import { frame, openBlocks } from './cards.ts';
import type { AssignmentGaps } from './rules/assignment.ts';
import { countOpen, type Point } from './rules/points.ts';
import type { Groups } from './verbs/show-groups.ts';
import { dutyWords } from './words.ts';
import { gapWords, handOverWords, vacantWords, groupWords as words } from './words-groups.ts';

/** For the cadre office: who looks after what, what is to be put right, and the two changes that occur in practice. */
export function groupsCard({ groups, points, gaps, avoidances }: Groups): Card {
  const empty = groups.filter((group) => group.points.length === 0);
  return {
    title: words.title,
    subtitle: words.subtitle(groups.length, points.length),
    tone: 'info',
    blocks: [
      ...gapBlocks(gaps),
      ...(groups.length === 0 ? [{ kind: 'text' as const, text: words.empty }] : []),
      ...groups.map(
        (group): Block => ({
          kind: 'text',
          text: words.line(
            group.number,
            group.name,
            group.points.map(({ name }) => name),
          ),
        }),
      ),
      ...(groups.length === 0
        ? []
        : [
            {
              kind: 'buttons' as const,
              buttons: [
                { text: words.move, action: 'visits.groups', value: { as: 'move' } },
                { text: words.liaison, action: 'visits.groups', value: { as: 'liaison' } },
              ],
            },
          ]),
      ...empty.map(
        ({ number }): Block => ({
          kind: 'buttons',
          buttons: [
            {
              text: words.drop(number),
              action: 'visits.drop',
              value: { group: number },
              style: 'danger',
              confirm: words.dropConfirm(number),
            },
          ],
        }),
      ),
      ...avoidanceBlocks(avoidances),
    ],
  };
}

function avoidanceBlocks(avoidances: Groups['avoidances']): Block[] {
  if (avoidances.length === 0) return [];
  return [
    {
      kind: 'panel',
      title: words.avoidances(avoidances.length),
      blocks: [
        { kind: 'note', text: words.avoidanceHint },
        ...avoidances.map(({ group, unit, name }) => ({
          kind: 'buttons' as const,
          buttons: [{ text: words.lift(group, name), action: 'visits.lift', value: { group, unit } }],
        })),
      ],
    },
  ];
}

/** Red marks; saved all the same. */
export function gapBlocks(gaps: AssignmentGaps): Block[] {
  const vacant = Map.groupBy(gaps.vacant, ({ state }) => state);
  const texts = [
    ...(gaps.number ? [gapWords.number(gaps.number.actual, gaps.number.expected)] : []),
    ...(gaps.groups.length > 0 ? [gapWords.size(gaps.groups)] : []),
    ...(gaps.unassigned.length > 0 ? [gapWords.unassigned(gaps.unassigned)] : []),
    ...[...vacant].map(([state, groups]) =>
      gapWords.vacant(
        groups.map(({ group }) => group),
        state,
      ),
    ),
    ...(gaps.avoided.length > 0 ? [gapWords.avoided(gaps.avoided)] : []),
  ];
  return texts.map((text) => ({ kind: 'text', text }));
}

/**
 * Two choices and a box to tick. What is exchanged is named with its group as it was, so that a second click does not
 * exchange it back. Nothing is asked about why, or because of whom.
 */
export function moveCard({ groups, points }: Groups): Card {
  const targets = groups.flatMap(({ number, points: own }): Option[] => [
    { text: words.intoGroup(number), value: `group:${number}` },
    ...own.map(({ unit, name }) => ({
      text: words.exchange(name, number),
      value: `point:${unit}:${number}`,
    })),
  ]);
  const fields: Field[] = [
    {
      kind: 'select',
      name: 'unit',
      label: words.point,
      required: true,
      options: points.map(({ unit, name, group }) => ({ text: words.pointOption(name, group), value: unit })),
    },
    { kind: 'select', name: 'to', label: words.to, required: true, options: targets },
    avoidField,
  ];
  return {
    title: words.move,
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.moveHint },
      {
        kind: 'form',
        name: 'move',
        fields,
        submit: { text: words.moveSubmit, action: 'visits.move', style: 'primary' },
      },
      { kind: 'buttons', buttons: [{ text: words.back, action: 'visits.groups', value: { as: 'list' } }] },
    ],
  };
}

export const avoidField = {
  kind: 'checklist' as const,
  name: 'avoid',
  label: words.avoid,
  options: [{ text: words.avoidOption, value: 'yes' }],
};

export function liaisonCard({ groups, candidates }: Groups): Card {
  const back: Block = {
    kind: 'buttons',
    buttons: [{ text: words.back, action: 'visits.groups', value: { as: 'list' } }],
  };
  const head = { title: words.liaison, tone: 'info' as const };
  if (candidates.length === 0) return { ...head, blocks: [{ kind: 'text', text: words.noCandidates }, back] };
  const fields: Field[] = [
    {
      kind: 'select',
      name: 'group',
      label: words.group,
      required: true,
      options: groups.map(({ number, name }) => ({ text: words.groupOption(number, name), value: number })),
    },
    {
      kind: 'select',
      name: 'liaison',
      label: words.newLiaison,
      required: true,
      options: candidates.map(({ openId, name }) => ({ text: name, value: openId })),
    },
  ];
  return {
    ...head,
    blocks: [
      { kind: 'text', text: words.liaisonHint },
      {
        kind: 'form',
        name: 'post',
        fields,
        submit: { text: words.liaisonSubmit, action: 'visits.liaison', style: 'primary' },
      },
      back,
    ],
  };
}

export function changedCard(text: string): Card {
  return {
    title: words.title,
    tone: 'success',
    blocks: [
      { kind: 'text', text },
      { kind: 'buttons', buttons: [{ text: words.now, action: 'visits.groups', value: { as: 'list' } }] },
    ],
  };
}

/** To whoever takes over: what is new, then all that the group has open. Without anything new a reminder in its place. */
export function handOverCard(half: Half, open: readonly Point[], gained: readonly Point[], today: Day): Card {
  const title = gained.length > 0 ? handOverWords.title : dutyWords.remindTitle;
  return {
    ...frame(half, open, title),
    tone: 'notice',
    summary: dutyWords.summary(countOpen(open), half),
    blocks: [
      ...(gained.length > 0
        ? [{ kind: 'text' as const, text: handOverWords.gained(gained.map(({ name }) => name)) }]
        : []),
      ...openBlocks(half, open, today),
    ],
  };
}

/** To the cadre office: posts that nobody holds, although something is due. */
export function vacantCard(half: Half, groups: readonly (readonly [group: string, points: Point[]])[]): Card {
  return {
    title: vacantWords.title,
    tone: 'warning',
    blocks: [
      { kind: 'text', text: vacantWords.hint(half) },
      ...groups.map(
        ([group, points]): Block => ({ kind: 'text', text: vacantWords.line(group, countOpen(points)) }),
      ),
      {
        kind: 'buttons',
        buttons: [
          { text: words.liaison, action: 'visits.groups', value: { as: 'liaison' }, style: 'primary' },
        ],
      },
    ],
  };
}
