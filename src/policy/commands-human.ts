import type { Command } from '../chat/feature.ts';
import { outcome } from '../chat/outcome.ts';
import { openCard } from './cards-editor.ts';
import { listOpenQuestions } from './verbs/list-open-questions.ts';
import { offerHandOver } from './verbs/offer-hand-over.ts';
import { policyWords } from './words.ts';
import { editorWords } from './words-human.ts';

const human: Command = {
  words: policyWords.humanWords,
  help: policyWords.humanHelp,
  where: 'private',
  run: (ctx) => offerHandOver(ctx, { asked: '', number: '' }),
};

const open: Command = {
  words: editorWords.command,
  help: editorWords.help,
  where: 'private',
  roles: ['editor'],
  async run(ctx) {
    const { result } = await listOpenQuestions(ctx);
    return outcome(openCard(result));
  },
};

export const humanCommands: Command[] = [human, open];
