import { plainOf } from '../chat/rich.ts';
import { indicatorOf } from '../counts/window.ts';
import { dayOf } from '../kernel/day.ts';
import { noticeText } from './cards.ts';
import type { Explanation } from './verbs/explain-warning.ts';
import { cardWords } from './words.ts';
import { explainWords as words } from './words-explain.ts';

/** For the command line: what the card says, and beside it what it does not need to say. */
export function explainLines(explained: Explanation): string[] {
  const { scope, month, level, evidence, held, decided, delivery, ruleVersion } = explained;
  const indicator = indicatorOf(explained.indicator) ?? 'document';
  const told = { scope, name: scope, indicator, level, evidence };
  return [
    words.headline(explained),
    ...noticeText(month, told),
    ...held.map((one) => words.held(cardWords.sum(one), one.reason)),
    words.version(ruleVersion),
    ...(evidence.silence ? [words.silence(evidence.silence)] : []),
    ...(decided ? [words.decided(dayOf(decided.at), decided, sameAs(explained))] : []),
    ...delivery.map(words.delivery),
  ].map((line) => plainOf(line));
}

function sameAs({ decided, level, decision, reason, ruleVersion }: Explanation): boolean {
  return (
    decided !== null &&
    decided.level === level &&
    decided.decision === decision &&
    decided.reason === reason &&
    decided.ruleVersion === ruleVersion
  );
}
