import { textCard } from '../../../chat/cards.ts';
import type { Command } from '../../../chat/feature.ts';
import { outcome } from '../../../chat/outcome.ts';
import { findReviewQueue } from '../repo.ts';
import { tryQuestion } from '../try-question.ts';
import { changeCard } from './cards-change.ts';
import { queueCard } from './cards-review.ts';
import { triedCard } from './cards-try.ts';
import { CHANGE, TRY } from './lexicon.ts';
import { openEntry } from './open-entry.ts';
import { changeWords, reviewWords, tryWords } from './words.ts';

const change: Command = {
  words: changeWords.command,
  pattern: CHANGE,
  help: changeWords.help,
  where: 'private',
  roles: ['editor'],
  async run(ctx, { args: [number = ''] }) {
    if (number === '') return outcome(textCard(changeWords.whichTitle, changeWords.which));
    return outcome(changeCard(await openEntry(ctx, number)));
  },
};

const tryOut: Command = {
  words: tryWords.command,
  pattern: TRY,
  help: tryWords.help,
  where: 'private',
  fleeting: true,
  roles: ['editor', 'approver'],
  async run(ctx, { args: [text = ''] }) {
    if (text === '') return outcome(textCard(tryWords.title, tryWords.ask));
    return outcome(triedCard(text, await tryQuestion(ctx, { text })));
  },
};

const review: Command = {
  words: reviewWords.command,
  help: reviewWords.help,
  where: 'private',
  roles: ['approver', 'editor'],
  run: async (ctx) => outcome(queueCard(await findReviewQueue(ctx))),
};

export const deskCommands: Command[] = [change, tryOut, review];
