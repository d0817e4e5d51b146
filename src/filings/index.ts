import type { Feature } from '../chat/feature.ts';
import { answerQuestion } from './answer-question.ts';
import { keepActions, keepCommands } from './keep/commands.ts';
import { readTodo } from './keep/todo.ts';
import { lookUpPattern, lookUpWords } from './lexicon.ts';
import { isOurs } from './lexicon-query.ts';
import { officeCommands } from './offices/commands.ts';
import { researchActions, researchCommands } from './research/commands.ts';
import { returnActions, returnCommands } from './returns/commands.ts';
import { returnSheet } from './returns/sheets.ts';
import { filingSheet } from './sheets-filings.ts';
import { researchSheet } from './sheets-research.ts';
import { courseActions, courseCommands } from './training/commands.ts';
import { closingJob } from './training/jobs.ts';
import { courseSheet } from './training/sheets.ts';
import { lookUp } from './verbs/look-up.ts';
import { words } from './words.ts';

export const filings: Feature = {
  name: 'filings',
  title: words.title,
  commands: [
    {
      words: lookUpWords,
      pattern: lookUpPattern,
      help: words.help,
      where: 'private',
      run: (ctx, { args }) => lookUp(ctx, { said: args[0]?.trim() ?? '' }),
    },
    ...keepCommands,
    ...researchCommands,
    ...officeCommands,
    ...returnCommands,
    ...courseCommands,
  ],
  actions: { ...keepActions, ...researchActions, ...returnActions, ...courseActions },
  jobs: [closingJob],
  todo: readTodo,
  claim: { takes: isOurs, answer: answerQuestion },
  sheets: [researchSheet, filingSheet, returnSheet, courseSheet],
};
