import type { Card } from '../../../chat/card.ts';
import { blockText } from '../../../chat/card-text.ts';
import { joinRich, rich } from '../../../chat/rich.ts';
import type { Tried } from '../try-question.ts';
import { decisionNames, tryWords as words } from './words.ts';

/** Of the answer, as much as tells it apart. */
const LETTERS = 600;

/** What a question would be answered with, and how sure that is. */
export function triedCard(text: string, tried: Tried): Card {
  const { decision, scores, candidates, card } = tried;
  const shown = card.blocks.filter(({ kind }) => kind !== 'buttons' && kind !== 'note' && kind !== 'form');
  const answer = [card.title, ...shown.map(blockText)].join('\n');
  const letters = Array.from(answer);
  const near = candidates.map(({ question, number, confidence }) =>
    words.candidate(question, number, confidence),
  );
  return {
    title: words.title,
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.asked(text) },
      {
        kind: 'facts',
        facts: [
          {
            label: words.decision,
            value: `${decisionNames[decision]}　${words.confidence(scores.confidence, scores.answerFrom)}`,
          },
        ],
      },
      {
        kind: 'text',
        text: near.length > 0 ? joinRich([rich`**${words.near}**`, ...near], '\n') : words.nothing,
      },
      {
        kind: 'panel',
        title: words.answer,
        open: true,
        blocks: [
          {
            kind: 'text',
            text: letters.length > LETTERS ? `${letters.slice(0, LETTERS).join('')}…` : answer,
          },
        ],
      },
      { kind: 'note', text: words.note },
    ],
  };
}
