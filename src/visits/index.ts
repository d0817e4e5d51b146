import type { Command, Feature } from '../chat/feature.ts';
import { outcome } from '../chat/outcome.ts';
import { dayOf } from '../kernel/day.ts';
import { type Half, halfOf } from '../kernel/period.ts';
import type { Ctx } from '../store/context.ts';
import { actions } from './actions.ts';
import { dutiesCard } from './cards.ts';
import { progressCard } from './cards-progress.ts';
import { jobs } from './jobs.ts';
import { halfNamed, PROGRESS_HALF, RECORD_HALF } from './lexicon.ts';
import { newestHalf } from './rules/due.ts';
import { groupSheet } from './sheets.ts';
import { showCoverage } from './verbs/show-coverage.ts';
import { showDuties } from './verbs/show-duties.ts';
import { featureWords as words } from './words.ts';

const recordCommand: Command = {
  words: words.recordWords,
  pattern: RECORD_HALF,
  help: words.recordHelp,
  where: 'private',
  roles: ['group-liaison'],
  async run(ctx, { args }) {
    const { result } = await showDuties(ctx, { half: halfMeant(ctx, args) });
    return outcome(dutiesCard(result, dayOf(ctx.now)));
  },
};

const progressCommand: Command = {
  words: words.progressWords,
  pattern: PROGRESS_HALF,
  help: words.progressHelp,
  where: 'private',
  roles: ['cadre-office'],
  async run(ctx, { args }) {
    const { result } = await showCoverage(ctx, { half: halfMeant(ctx, args) });
    return outcome(progressCard(result));
  },
};

function halfMeant(ctx: Ctx, args: readonly string[]): Half {
  const today = dayOf(ctx.now);
  const which = halfNamed(args[0]);
  return which ? newestHalf(which, today) : halfOf(today);
}

export const visits: Feature = {
  name: 'visits',
  title: words.title,
  commands: [recordCommand, progressCommand],
  actions,
  jobs,
  sheets: [groupSheet],
};
