import type { Block, Card } from '../../../chat/card.ts';
import { textCard } from '../../../chat/cards.ts';
import { colour, joinRich, type Rich, rich } from '../../../chat/rich.ts';
import { contentOf } from '../../content.ts';
import { collisionWords } from '../../words-collisions.ts';
import { fieldNames } from '../../words-fields.ts';
import { SIGN_LENGTH } from '../check-text.ts';
import type { Effect, Shown } from '../effect/preview-effect.ts';
import type { Near } from '../find-near.ts';
import type { Waiting } from '../repo.ts';
import { diffRevisions, type FieldDiff, type Part } from '../rules/diff.ts';
import { EMPTY_TEXT } from '../rules/entry-text.ts';
import { LONGEST } from '../rules/problems.ts';
import { decisionNames, reviewWords as words } from './words.ts';

/** As much as is read on a phone at one sitting; the console shows the rest. */
const LISTED = 8;
const EFFECTS = 5;
const LETTERS = 1_200;

export function queueCard(waiting: readonly Waiting[]): Card {
  if (waiting.length === 0) return textCard(words.title, words.nothing);
  const left = waiting.length - LISTED;
  return {
    title: words.title,
    tone: 'info',
    blocks: [
      ...waiting.slice(0, LISTED).flatMap(({ entry, submitterName }): Block[] => [
        { kind: 'text', text: words.line(entry.question, entry.number, submitterName) },
        {
          kind: 'buttons',
          buttons: [
            {
              text: words.open,
              action: 'policy.openReview',
              value: { number: entry.number, revision: entry.revision },
            },
          ],
        },
      ]),
      ...(left > 0 ? [{ kind: 'note' as const, text: words.more(left) }] : []),
    ],
  };
}

/** Who looks: `decide` may say yes or no, the others only look. */
export type Looker = 'decide' | 'own' | 'editor';

/** What changes in the text and in what is answered, and the two answers to it. */
export function reviewCard(waiting: Waiting, effect: Effect, near: Near, looker: Looker): Card {
  const { entry, published, review, authorName, submitterName } = waiting;
  const { number, revision } = entry;
  return {
    title: entry.question,
    tone: 'info',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.number, value: published ? number : `${number}　${words.isNew}` },
          { label: words.author, value: authorName },
          { label: words.submitter, value: submitterName },
          ...(review.remark ? [{ label: words.remark, value: review.remark }] : []),
        ],
      },
      { kind: 'text', text: rich`**${words.changes}**` },
      ...diffBlocks(diffRevisions(published ? contentOf(published) : EMPTY_TEXT, contentOf(entry))),
      { kind: 'text', text: rich`**${words.effect}**` },
      ...effectBlocks(effect),
      ...near.collisions.map((one) => ({ kind: 'text' as const, text: collisionWords.reason(one) })),
      ...(looker === 'decide'
        ? decisionForms({ number, revision, seen: effect.token }, near.collisions.length > 0)
        : [{ kind: 'note' as const, text: looker === 'own' ? words.other : words.editorOnly }]),
    ],
  };
}

function diffBlocks(diffs: readonly FieldDiff[]): Block[] {
  let letters = 0;
  const shown = diffs.filter((diff) => {
    letters += lettersOf(diff);
    return letters <= LETTERS;
  });
  return [
    ...shown.map((diff) => ({ kind: 'text' as const, text: fieldText(diff) })),
    ...(shown.length < diffs.length ? [{ kind: 'note' as const, text: words.cut }] : []),
  ];
}

function lettersOf(diff: FieldDiff): number {
  const texts = diff.kind === 'text' ? diff.parts.map(({ text }) => text) : [...diff.added, ...diff.removed];
  return texts.reduce((sum, text) => sum + text.length, 0);
}

function fieldText(diff: FieldDiff): Rich {
  const name = words.field(fieldNames[diff.field]);
  if (diff.kind === 'text') return joinRich([name, ...diff.parts.map(partText)], '');
  const lines = [
    ...diff.added.map((one) => rich`${colour(`${words.added}${one}`, 'green')}`),
    ...diff.removed.map((one) => rich`${colour(`${words.removed}${one}`, 'red')}`),
  ];
  return joinRich([name, ...lines], '\n');
}

/** Colour alone says nothing to whoever cannot tell it: what goes stands in brackets, what comes in corner marks. */
function partText({ kind, text }: Part): Rich {
  if (kind === 'same') return rich`${text}`;
  return kind === 'added' ? rich`${colour(`「${text}」`, 'green')}` : rich`${colour(`〔${text}〕`, 'red')}`;
}

function effectBlocks({ changes, same, answerChanged, past, phrasings }: Effect): Block[] {
  const left = changes.length - EFFECTS;
  return [
    { kind: 'text', text: changes.length === 0 ? words.effectNone : words.effectSome(changes.length) },
    ...changes.slice(0, EFFECTS).map(({ asked, before, after }) => ({
      kind: 'text' as const,
      text: words.effectLine(asked.text, shownText(before), shownText(after)),
    })),
    ...(left > 0 ? [{ kind: 'note' as const, text: words.effectMore(left) }] : []),
    ...(answerChanged && same > 0 ? [{ kind: 'text' as const, text: words.effectSame(same) }] : []),
    { kind: 'note', text: words.looked(past, phrasings) },
  ];
}

function shownText({ decision, entries }: Shown): string {
  const [first] = entries;
  return first && decision !== 'unknown'
    ? `${decisionNames[decision]}：${first.question}`
    : decisionNames[decision];
}

function decisionForms(
  value: { number: string; revision: number; seen: string },
  collides: boolean,
): Block[] {
  const { number, revision } = value;
  return [
    {
      kind: 'form',
      name: 'approve',
      fields: [
        ...(collides
          ? [
              {
                kind: 'input' as const,
                name: 'despite',
                label: words.despite,
                hint: words.despiteHint,
                maxLength: LONGEST.line,
              },
            ]
          : []),
        { kind: 'input', name: 'sign', label: words.sign, maxLength: SIGN_LENGTH },
      ],
      submit: { text: words.approve, action: 'policy.approveRevision', value, style: 'primary' },
    },
    {
      kind: 'form',
      name: 'return',
      fields: [
        {
          kind: 'input',
          name: 'reason',
          label: words.reason,
          hint: words.reasonHint,
          maxLength: LONGEST.line,
          required: true,
        },
      ],
      submit: { text: words.giveBack, action: 'policy.returnDraft', value: { number, revision } },
    },
  ];
}

export function decidedCard(entry: { number: string; question: string }, approved: boolean): Card {
  return {
    title: approved ? words.approvedTitle : words.returnedTitle,
    tone: approved ? 'success' : 'neutral',
    blocks: [
      { kind: 'text', text: words.entry(entry.question, entry.number) },
      { kind: 'note', text: approved ? words.approved : words.returned },
    ],
  };
}
