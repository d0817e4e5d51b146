import type { Chat } from '../../chat/incoming.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { isOneCalculation } from '../calculators/rules/index.ts';
import { headingText, mayBeSection, sectionsCard } from '../cards-sections.ts';
import { withoutInstructions } from '../guard/rules/instructions.ts';
import { screen } from '../guard/rules/screen.ts';
import type { DecisionKind } from '../rules/gate.ts';
import { splitQuestions } from '../rules/split.ts';
import { type AskResult, askQuestion } from './ask-question.ts';

type Asked = Outcome<AskResult>;

/** Replies that tell the person something of what they wanted. */
const GOOD: readonly DecisionKind[] = ['answer', 'calculate', 'local_gap'];

/** What the whole message counts as, when its parts differ: first what still needs somebody. */
const WEIGHT: readonly DecisionKind[] = [
  'local_gap',
  'calculate',
  'answer',
  'choose',
  'unknown',
  'refuse',
  'sensitive',
];

/**
 * Answers what a message asks: one question, or up to three one by one on one card. What must not be kept stops the
 * whole; orders to the machine are left out and change nothing.
 */
export async function askQuestions(ctx: Ctx, { text, chat }: { text: string; chat: Chat }): Promise<Asked> {
  const rest = screen(text)?.decision === 'sensitive' ? undefined : withoutInstructions(text);
  if (rest === undefined) return askQuestion(ctx, { text, chat });
  const { parts, told, left } = splitQuestions(rest);
  if (parts.length === 1 || isOneCalculation(rest, parts)) return askQuestion(ctx, { text: rest, chat });
  const asked: Asked[] = [];
  for (const [i, part] of parts.entries())
    asked.push(await askPart(ctx, { part, before: parts[i - 1], answered: asked[i - 1], chat }));
  const stopped = asked.find(({ result }) => result.decision === 'sensitive');
  if (stopped) return stopped;
  const different = withoutRepeats(asked);
  const good = different.filter(isGood);
  const inSections = different.length > 1 && different.every(({ result }) => mayBeSection(result.card));
  if (inSections && (good.length > 1 || (told && good.length > 0))) return joined(different, left);
  // Told apart by question marks only, and not all of it understood: it may be one question after all.
  const whole = await askQuestion(ctx, { text: rest, chat });
  if (isGood(whole) || !inSections || good.length === 0) return whole;
  return joined(different, left);
}

/** A part that says too little by itself is understood together with the one before it, if that leads further. */
async function askPart(
  ctx: Ctx,
  {
    part,
    before,
    answered,
    chat,
  }: { part: string; before: string | undefined; answered: Asked | undefined; chat: Chat },
): Promise<Asked> {
  const alone = await askQuestion(ctx, { text: part, chat });
  if (before === undefined || isGood(alone) || alone.result.decision === 'refuse') return alone;
  const { model: _, ...plain } = ctx;
  const together = await askQuestion(plain, { text: `${before}，${part}`, chat });
  const leadsFurther = isGood(together) && entriesOf(together) !== (answered && entriesOf(answered));
  return leadsFurther ? together : alone;
}

function isGood({ result }: Asked): boolean {
  return GOOD.includes(result.decision);
}

/** Two parts that lead to the same entry were one question. */
function withoutRepeats(asked: readonly Asked[]): Asked[] {
  return asked.filter((one, i) => {
    const entries = entriesOf(one);
    return entries === '' || asked.findIndex((other) => entriesOf(other) === entries) === i;
  });
}

function entriesOf({ result }: Asked): string {
  return result.entryIds.join(' ');
}

function joined(asked: readonly Asked[], left: number): Asked {
  const results = asked.map(({ result }) => result);
  const ranked = [...results].sort((a, b) => WEIGHT.indexOf(a.decision) - WEIGHT.indexOf(b.decision));
  const [first] = ranked as [AskResult, ...AskResult[]];
  const union = (of: (result: AskResult) => readonly string[]) => [...new Set(results.flatMap(of))];
  return outcome(
    {
      ...first,
      entryIds: union(({ entryIds }) => entryIds),
      factIds: union(({ factIds }) => factIds),
      text: results
        .map(({ card, text }, i) => text.replace(card.title, headingText(i, card.title)))
        .join('\n'),
      card: sectionsCard(
        results.map(({ card }) => card),
        left,
      ),
    },
    {
      writes: asked.flatMap(({ writes }) => writes),
      messages: asked.flatMap(({ messages }) => messages),
      cancels: asked.flatMap(({ cancels }) => cancels),
    },
  );
}
