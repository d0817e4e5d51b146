import type { Command } from '../../chat/feature.ts';
import { countVisits } from '../verbs/count-visits.ts';
import { timesWords } from '../words-times.ts';
import { clashPattern, timesPattern } from './lexicon.ts';
import { showClashes } from './verbs/show-clashes.ts';
import { clashWords } from './words.ts';

export const officeCommands: Command[] = [
  {
    words: clashWords.command,
    pattern: clashPattern,
    help: clashWords.help,
    where: 'private',
    roles: ['coordinator'],
    run: (ctx, { args }) => showClashes(ctx, { said: args[0] ?? '' }),
  },
  {
    words: timesWords.command,
    pattern: timesPattern,
    help: timesWords.help,
    where: 'private',
    roles: ['coordinator'],
    run: (ctx, { args }) => countVisits(ctx, { said: args[0] ?? '' }),
  },
];
