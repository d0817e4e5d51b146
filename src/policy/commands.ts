import { textCard } from '../chat/cards.ts';
import type { Command } from '../chat/feature.ts';
import { outcome } from '../chat/outcome.ts';
import { bareValue } from './calculators/bare-value.ts';
import { menuCard } from './calculators/cards.ts';
import { calculatorWords } from './calculators/words.ts';
import { deskCommands } from './desk/chat/commands.ts';
import { openCard } from './human/cards-editor.ts';
import { listOpenQuestions } from './human/verbs/list-open-questions.ts';
import { offerHandOver } from './human/verbs/offer-hand-over.ts';
import { openDraft } from './human/verbs/open-draft.ts';
import { editorWords } from './human/words.ts';
import { draftWords } from './misses/words.ts';
import { checkCommands } from './self-checks/index.ts';
import { policyWords } from './words.ts';
import { greetingWords } from './words-greetings.ts';

const human: Command = {
  words: policyWords.humanWords,
  help: policyWords.humanHelp,
  where: 'private',
  run: (ctx) => offerHandOver(ctx, { asked: '', number: '' }),
};

const calculators: Command = {
  words: calculatorWords.command,
  help: calculatorWords.help,
  where: 'private',
  run: async () => outcome(menuCard()),
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

const draft: Command = {
  words: draftWords.command,
  help: draftWords.help,
  where: 'private',
  roles: ['editor'],
  run: (ctx) => openDraft(ctx, { miss: '' }),
};

const hello: Command = {
  words: greetingWords.hello,
  help: '',
  where: 'anywhere',
  run: async () => outcome(textCard(greetingWords.helloTitle, greetingWords.next)),
};

const thanks: Command = {
  words: greetingWords.thanks,
  help: '',
  where: 'anywhere',
  run: async () => outcome(textCard(greetingWords.thanksTitle, greetingWords.nothingToDo)),
};

export const commands: Command[] = [
  human,
  calculators,
  ...checkCommands,
  open,
  draft,
  ...deskCommands,
  hello,
  thanks,
  bareValue,
];
