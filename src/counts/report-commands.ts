import type { Command } from '../chat/feature.ts';
import { statisticsPattern } from './lexicon-period.ts';
import { showStatistics } from './verbs/show-statistics.ts';
import { statisticsWords } from './words-report.ts';

/** What is read, not filled in. */
export const reportCommands: Command[] = [
  {
    words: statisticsWords.command,
    pattern: statisticsPattern,
    help: statisticsWords.help,
    where: 'private',
    roles: ['coordinator', 'liaison'],
    run: (ctx, { message, args: [period] }) =>
      showStatistics(ctx, { eventId: message.eventId, ...(period ? { period } : {}) }),
  },
];
