import type { Block, Card, TextBlock } from '../../chat/card.ts';
import type { Rich } from '../../chat/rich.ts';
import { isMonth } from '../../kernel/period.ts';
import { chartBlocks, kindBlocks, reportCard } from '../cards-report.ts';
import { reportWords } from '../words-report.ts';
import type { Review } from './read-review.ts';
import { reviewWords as words } from './words.ts';

/** The platform takes no longer input (cards, section 4); a draft stays far below it. */
export const MAX_TEXT = 1000;
/** Of 200 elements that a card may have (cards, section 1) charts and buttons need the least part. */
const MAX_BLOCKS = 40;

/** Whoever shows a draft for the first time stores it as revision 1 along with the card. */
function valueOf({ report, row, figures }: Review): Record<string, string | number> {
  return { period: report.period, county: report.county, revision: row?.revision ?? 1, figures };
}

/** A month shows its figures first and keeps the text folded; a review is the text, with the charts behind it. */
export function reviewCard(review: Review, also: readonly string[] = []): Card {
  const { report, row } = review;
  const released = row?.state === 'released';
  const base = isMonth(report.period) ? monthBlocks(review) : textBlocks(review);
  const note = released ? words.releasedBy(row.authorName, row.createdAt) : words.draftNote;
  const moved = released ? words.movedSinceRelease : words.movedSinceText;
  return {
    title: words.title(report.county, report.period),
    subtitle: reportWords.subtitle(report.due - report.missing.length, report.due, report.open),
    tone: report.complete ? 'info' : 'notice',
    tags: [released ? { text: words.released, tone: 'green' } : { text: words.draft, tone: 'orange' }],
    blocks: [
      ...base,
      { kind: 'note', text: [note, ...(review.moved ? [moved] : [])].join('\n') },
      {
        kind: 'buttons',
        buttons: [
          ...(released
            ? []
            : [
                {
                  text: words.release,
                  action: 'counts.release',
                  value: valueOf(review),
                  style: 'primary' as const,
                },
              ]),
          { text: words.reword, action: 'counts.reword', value: valueOf(review) },
        ],
      },
      ...(also.length > 0 ? [{ kind: 'note' as const, text: words.alsoReady(also) }] : []),
      { kind: 'note', text: reportWords.footer },
    ],
  };
}

function monthBlocks({ report, text }: Review): Block[] {
  const blocks = reportCard(report).blocks.slice(0, -1);
  return [...blocks, { kind: 'panel', title: words.textTitle, blocks: paragraphs(text) }];
}

/** Apart from each other, as far as a card has room for blocks. */
function paragraphs(text: string): TextBlock[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const shown = lines.length > MAX_BLOCKS ? [lines.join('\n')] : lines;
  return shown.map((line) => ({ kind: 'text', text: line }));
}

function textBlocks({ report, text }: Review): Block[] {
  return [...paragraphs(text), ...chartBlocks(report), ...kindBlocks(report)];
}

/** `typed` takes the place of the text that stands, with what there is to say about it. */
export function rewordCard(review: Review, typed?: { text: string; warning: Rich; sure: string }): Card {
  const { report } = review;
  return {
    title: words.formTitle(report.period),
    tone: typed ? 'notice' : 'info',
    blocks: [
      { kind: 'text', text: typed?.warning ?? words.formHint },
      ...(review.moved ? [{ kind: 'note' as const, text: words.movedSinceText }] : []),
      {
        kind: 'form',
        name: 'review',
        fields: [
          {
            kind: 'input',
            name: 'text',
            label: words.textLabel,
            value: typed?.text ?? review.text,
            lines: 12,
            maxLength: MAX_TEXT,
            required: true,
          },
        ],
        submit: {
          text: words.release,
          action: 'counts.release',
          value: { ...valueOf(review), sure: typed?.sure ?? '' },
          style: 'primary',
        },
      },
    ],
  };
}
