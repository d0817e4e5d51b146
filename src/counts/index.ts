import { z } from 'zod';
import type { Action, Click, Feature } from '../chat/feature.ts';
import { dayOf } from '../kernel/day.ts';
import { AppError } from '../kernel/errors.ts';
import { isMonth, monthOf } from '../kernel/period.ts';
import { packedEntries, unpackEntries } from './cards-typed.ts';
import type { MonthClick } from './decide.ts';
import { deputyActions, deputyCommands } from './deputies/feature.ts';
import { itemActions, itemCommands } from './items/commands.ts';
import { jobs } from './jobs.ts';
import { correctionPattern } from './lexicon.ts';
import { figuresPattern, readFigures } from './lexicon-figures.ts';
import { reconciliationActions, reconciliationCommand } from './reconciliation/feature.ts';
import { reportCommands } from './report-commands.ts';
import { reviewActions, reviewCommands } from './reviews/feature.ts';
import { sheets } from './sheets/index.ts';
import { readTodo } from './todo.ts';
import { adjustMonth, changeMonth } from './verbs/change-month.ts';
import { confirmMonth } from './verbs/confirm-month.ts';
import { correctMonth } from './verbs/correct-month.ts';
import { pickCorrection } from './verbs/pick-correction.ts';
import { showCorrections } from './verbs/show-corrections.ts';
import { showList } from './verbs/show-list.ts';
import { showProgress } from './verbs/show-progress.ts';
import { showTasks } from './verbs/show-tasks.ts';
import { submitMonth } from './verbs/submit-month.ts';
import { typeFigures } from './verbs/type-figures.ts';
import { answerWords, featureWords as words } from './words.ts';
import { correctionWords, listWords } from './words-list.ts';

const monthValue = z.object({
  month: z.string().refine(isMonth),
  unit: z.string().min(1),
  revision: z.number().int(),
  shown: z.string(),
});

const formValue = monthValue.extend({
  sure: z.string(),
  correcting: z.number(),
  typed: packedEntries.optional(),
});
const typedValue = monthValue.extend({ typed: packedEntries });

function monthClick(click: Click): MonthClick {
  const { month, unit, revision, shown } = monthValue.parse(click.value);
  return { month, unit, shown: { revision, figures: shown }, messageId: click.source.messageId };
}

const onMonth = (verb: typeof confirmMonth): Action => ({
  value: monthValue,
  run: (ctx, click) => verb(ctx, monthClick(click)),
});

export const counts: Feature = {
  name: 'counts',
  title: words.title,
  commands: [
    {
      words: words.tasks,
      help: words.tasksHelp,
      where: 'private',
      run: (ctx, { message }) => showTasks(ctx, { eventId: message.eventId }),
    },
    {
      words: words.progress,
      help: words.progressHelp,
      where: 'anywhere',
      roles: ['coordinator'],
      run: (ctx, { message }) =>
        showProgress(ctx, { eventId: message.eventId, group: message.chat.kind === 'group' }),
    },
    {
      words: words.correct,
      pattern: correctionPattern,
      help: words.correctHelp,
      where: 'private',
      roles: ['liaison'],
      run: (ctx, { args: [year, month] }) =>
        pickCorrection(ctx, year && month ? { month: `${year}-${month.padStart(2, '0')}` } : {}),
    },
    {
      words: [],
      pattern: figuresPattern,
      help: '',
      where: 'private',
      roles: ['liaison'],
      run(ctx, { message, args }) {
        const said = readFigures(args, monthOf(dayOf(ctx.now)));
        if (!said) throw new AppError('invalid', answerWords.unreadable);
        return typeFigures(ctx, { ...said, eventId: message.eventId });
      },
    },
    {
      words: correctionWords.commands,
      help: correctionWords.help,
      where: 'private',
      roles: ['liaison', 'coordinator'],
      run: showCorrections,
    },
    {
      words: listWords.commands,
      help: listWords.help,
      where: 'private',
      roles: ['coordinator', 'admin'],
      run: (ctx, { message }) => showList(ctx, { eventId: message.eventId }),
    },
    ...itemCommands,
    ...deputyCommands,
    reconciliationCommand,
    ...reportCommands,
    ...reviewCommands,
  ],
  actions: {
    ...itemActions,
    ...deputyActions,
    ...reviewActions,
    ...reconciliationActions,
    confirm: onMonth(confirmMonth),
    change: onMonth(changeMonth),
    correct: onMonth(correctMonth),
    adjust: {
      value: typedValue,
      run: (ctx, click) =>
        adjustMonth(ctx, { ...monthClick(click), form: unpackEntries(typedValue.parse(click.value).typed) }),
    },
    submit: {
      value: formValue,
      run: (ctx, click) => {
        const { sure, correcting, typed } = formValue.parse(click.value);
        return submitMonth(ctx, {
          ...monthClick(click),
          form: typed === undefined ? click.form : unpackEntries(typed),
          sure,
          correcting: correcting === 1,
        });
      },
    },
  },
  jobs,
  todo: readTodo,
  sheets,
};
