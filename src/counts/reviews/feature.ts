import { z } from 'zod';
import type { Action, Command } from '../../chat/feature.ts';
import type { Job } from '../../chat/job.ts';
import { isHalf, isMonth, isQuarter } from '../../kernel/period.ts';
import { reviewPattern } from '../lexicon-period.ts';
import { draftReviews } from './verbs/draft-reviews.ts';
import { releaseReview } from './verbs/release-review.ts';
import { rewordReview } from './verbs/reword-review.ts';
import { showReview } from './verbs/show-review.ts';
import { reviewWords } from './words.ts';

const reviewValue = z.object({
  period: z
    .string()
    .refine((text) => isMonth(text) || isQuarter(text) || isHalf(text) || /^\d{4}$/.test(text)),
  county: z.string(),
  revision: z.number().int(),
  figures: z.string(),
  sure: z.string().optional(),
});

export const reviewActions: Record<string, Action> = {
  reword: { value: reviewValue, run: (ctx, click) => rewordReview(ctx, reviewValue.parse(click.value)) },
  release: {
    value: reviewValue,
    run(ctx, click) {
      const { sure = '', ...value } = reviewValue.parse(click.value);
      const typed = click.form['text'];
      return releaseReview(ctx, { ...value, sure, ...(typeof typed === 'string' ? { text: typed } : {}) });
    },
  },
};

export const reviewCommands: Command[] = [
  {
    words: reviewWords.command,
    pattern: reviewPattern,
    help: reviewWords.help,
    where: 'private',
    roles: ['coordinator'],
    run: (ctx, { message, args: [period] }) =>
      showReview(ctx, { eventId: message.eventId, ...(period ? { period } : {}) }),
  },
];

export const reviewJobs: Job[] = [
  {
    name: 'counts.review',
    // Domain 2: the quarter's review on the 8th workday after it.
    schedule: { every: 'nth-workday-after', n: 8, at: '09:40' },
    catchUp: 'latest',
    run: draftReviews,
  },
];
