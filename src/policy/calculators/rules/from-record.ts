import { readNumber } from '../../../kernel/number.ts';
import { divided, type Exact, exact, plus } from './exact.ts';
import * as lexicon from './lexicon-record.ts';
import { FIGURES } from './record.ts';
import { type Calculator, done, type Inputs, inputsOf, type Step } from './step.ts';

/** Quotients and sums of the figures on record: arithmetic only, never official figures. */
export type FromRecord =
  | { kind: 'mean'; factIds: readonly string[]; item: MeanItem; total: Exact; parts: Exact; mean: Exact }
  | { kind: 'trained'; factIds: readonly string[]; main: Exact; topic: Exact; total: Exact }
  | {
      kind: 'groups';
      factIds: readonly string[];
      groups: number;
      least: number;
      most: number;
      /** The numbers on record, with which the townships alone do not suffice. */
      onRecord: boolean;
      townships: Exact;
    }
  | {
      kind: 'promoted';
      factIds: readonly string[];
      whole: Exact;
      part: Exact;
      share: Exact;
      onRecord: boolean;
    };

type MeanItem = 'funds' | 'posts' | 'recruited' | 'main_class' | 'main_term' | 'topic_term';

const MEANS: Record<MeanItem, { factIds: readonly string[]; total: Exact; parts: Exact }> = {
  funds: { factIds: ['WX-05', 'BZ-07'], total: FIGURES.funds, parts: FIGURES.townships },
  posts: { factIds: ['BZ-01', 'BZ-02', 'BZ-07'], total: FIGURES.posts, parts: FIGURES.townships },
  recruited: { factIds: ['BZ-07'], total: FIGURES.recruited, parts: FIGURES.townships },
  main_class: { factIds: ['PX-03'], total: FIGURES.mainTrained, parts: FIGURES.mainClasses },
  main_term: { factIds: ['PX-03'], total: FIGURES.mainClasses, parts: FIGURES.mainTerms },
  topic_term: { factIds: ['PX-04'], total: FIGURES.topicTrained, parts: FIGURES.topicTerms },
};

export const fromRecord: Calculator<FromRecord> = {
  read(said) {
    const mean = meanIn(said);
    if (mean) return inputsOf({ item: mean });
    if (isTrainedAsked(said)) return inputsOf({ item: 'trained' });
    return groupsIn(said) ?? promotedIn(said);
  },

  compute(inputs): Step<FromRecord> {
    const { item = '' } = inputs;
    if (item === 'groups') return done(groupsOf(inputs));
    if (item === 'promoted') return done(promotedOf(inputs));
    if (item === 'trained') {
      const { mainTrained: main, topicTrained: topic } = FIGURES;
      return done({ kind: 'trained', factIds: ['PX-03', 'PX-04'], main, topic, total: plus(main, topic) });
    }
    const name = isMeanItem(item) ? item : 'funds';
    const { factIds, total, parts } = MEANS[name];
    return done({ kind: 'mean', factIds, item: name, total, parts, mean: divided(total, parts) });
  },
};

function isMeanItem(text: string): text is MeanItem {
  return Object.hasOwn(MEANS, text);
}

function meanIn(said: string): MeanItem | undefined {
  if (!lexicon.MEAN_ASKED.test(said)) return undefined;
  if (lexicon.FUNDS.test(said) && lexicon.MONEY.test(said)) return 'funds';
  if (lexicon.POSTS.test(said)) return lexicon.POSTS_DIVIDED.test(said) ? 'posts' : undefined;
  if (lexicon.RECRUITED.test(said) && !lexicon.POSTS.test(said)) return 'recruited';
  if (lexicon.MAIN_CLASSES.test(said)) return lexicon.TRAINED.test(said) ? 'main_class' : 'main_term';
  return lexicon.TOPIC_CLASSES.test(said) && lexicon.TRAINED.test(said) ? 'topic_term' : undefined;
}

function isTrainedAsked(said: string): boolean {
  return (
    lexicon.SUM_ASKED.test(said) &&
    lexicon.TRAINED.test(said) &&
    lexicon.MAIN_CLASSES.test(said) &&
    lexicon.TOPIC_CLASSES.test(said)
  );
}

function groupsIn(said: string): Inputs | undefined {
  const groups = lexicon.GROUP_COUNT.exec(said)?.[1];
  const each = lexicon.POINTS_EACH.exec(said)?.groups;
  if (groups === undefined || !lexicon.GROUPS_ASKED.test(said)) return undefined;
  if (!each && !lexicon.POINTS.test(said)) return undefined;
  if (!each && readNumber(groups) !== FIGURES.groups) return undefined;
  return inputsOf({ item: 'groups', groups, least: each?.['least'], most: each?.['most'] });
}

function groupsOf(inputs: Inputs): FromRecord {
  const groups = readNumber(inputs['groups'] ?? '') ?? FIGURES.groups;
  const least = readNumber(inputs['least'] ?? '') ?? FIGURES.leastPoints;
  const most = readNumber(inputs['most'] ?? '') ?? (inputs['least'] ? least : FIGURES.mostPoints);
  return {
    kind: 'groups',
    factIds: ['KC-01', 'KC-06'],
    groups,
    least,
    most,
    onRecord: groups === FIGURES.groups && least === FIGURES.leastPoints && most === FIGURES.mostPoints,
    townships: FIGURES.townships,
  };
}

function promotedIn(said: string): Inputs | undefined {
  if (!lexicon.SHARE_ASKED.test(said) || !lexicon.PROMOTED.test(said)) return undefined;
  if (!lexicon.SECRETARIES.test(said)) {
    const anybody = lexicon.PROMOTED_ANYBODY.exec(said)?.groups;
    return isPromotedOnRecord(anybody) ? inputsOf({ item: 'promoted', ...anybody }) : undefined;
  }
  const { whole, part } = (lexicon.PROMOTED_AFTER.exec(said) ?? lexicon.PROMOTED_OF.exec(said))?.groups ?? {};
  if (whole === undefined && !lexicon.EXCELLENT.test(said)) return undefined;
  return inputsOf({ item: 'promoted', whole, part });
}

function isPromotedOnRecord(said: Record<string, string> | undefined): boolean {
  const { excellent, promoted } = FIGURES;
  return said?.['whole'] === excellent.over.toString() && said['part'] === promoted.over.toString();
}

function promotedOf(inputs: Inputs): FromRecord {
  const [wholeGiven, partGiven] = [Number(inputs['whole']), Number(inputs['part'])];
  const given = wholeGiven > 0 && partGiven >= 0;
  const whole = given ? exact(wholeGiven) : FIGURES.excellent;
  const part = given ? exact(partGiven) : FIGURES.promoted;
  const onRecord = whole.over === FIGURES.excellent.over && part.over === FIGURES.promoted.over;
  return {
    kind: 'promoted',
    factIds: ['WQ-04', 'WQ-05'],
    whole,
    part,
    share: divided(part, whole),
    onRecord,
  };
}
