import type { Command, Feature } from '../chat/feature.ts';
import { outcome } from '../chat/outcome.ts';
import { dayOf } from '../kernel/day.ts';
import { type Half, halfOf } from '../kernel/period.ts';
import type { Ctx } from '../store/context.ts';
import { actions } from './actions.ts';
import { groupActions } from './actions-groups.ts';
import { dutiesCard } from './cards.ts';
import { groupsCard } from './cards-groups.ts';
import { progressCard } from './cards-progress.ts';
import { jobs } from './jobs.ts';
import { GROUP_COUNT_SET, halfNamed, PROGRESS_HALF, RECORD_HALF } from './lexicon.ts';
import { newestHalf } from './rules/due.ts';
import { groupSheet } from './sheets.ts';
import { readTodo } from './todo.ts';
import { setGroupCount } from './verbs/set-group-count.ts';
import { showCoverage } from './verbs/show-coverage.ts';
import { showDuties } from './verbs/show-duties.ts';
import { showGroups } from './verbs/show-groups.ts';
import { featureWords as words } from './words.ts';
import { groupWords } from './words-groups.ts';

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

const groupsCommand: Command = {
  words: groupWords.commandWords,
  help: groupWords.commandHelp,
  where: 'private',
  roles: ['cadre-office'],
  async run(ctx) {
    return outcome(groupsCard((await showGroups(ctx)).result));
  },
};

const groupCountCommand: Command = {
  words: [],
  pattern: GROUP_COUNT_SET,
  help: '',
  where: 'private',
  roles: ['cadre-office'],
  async run(ctx, { args }) {
    const count = Number((args[0] ?? '').normalize('NFKC'));
    const { result, ...effects } = await setGroupCount(ctx, { count });
    const said = { kind: 'text' as const, text: groupWords.countSet(result) };
    return outcome({ title: groupWords.countTitle, tone: 'success', blocks: [said] }, effects);
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
  commands: [recordCommand, progressCommand, groupsCommand, groupCountCommand],
  actions: { ...actions, ...groupActions },
  jobs,
  todo: readTodo,
  sheets: [groupSheet],
};
