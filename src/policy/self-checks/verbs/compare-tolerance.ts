import type { Block, Card } from '../../../chat/card.ts';
import { ticked } from '../../../chat/checklist.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { figureBlocks } from '../../cards.ts';
import { findContact } from '../../contact.ts';
import { whoToAsk } from '../../words.ts';
import { resultCard } from '../cards.ts';
import { toleranceForm } from '../forms.ts';
import { localFigures, requireSame, textsOf } from '../local-lists.ts';
import { checkWords } from '../words.ts';
import { toleranceWords as words } from '../words-tolerance.ts';

/** Lays a situation beside the lists; whether it can be tolerated only the competent body says (RC-17). */
export async function compareTolerance(
  ctx: Ctx,
  { form, list }: { form: Readonly<Record<string, unknown>>; list: string },
): Promise<Outcome<Card>> {
  const figures = await localFigures(ctx, 'LOC-16', 'LOC-17', 'LOC-18');
  const { lists, texts, local } = toleranceForm(figures);
  requireSame(texts, list);
  const chosen = (name: keyof typeof lists) =>
    textsOf(
      lists[name].options.map(({ text }) => text),
      ticked(form, lists[name]),
    );
  const negative = chosen('negative');
  const matched = [
    { title: words.matchedPositive, items: chosen('positive'), meaning: '' },
    { title: words.matchedNegative, items: negative, meaning: words.negativeMeaning },
    { title: words.matchedDistinctions, items: chosen('distinctions'), meaning: '' },
  ].filter(({ items }) => items.length > 0);
  const office = figures.find(({ code }) => code === 'LOC-18')?.values ?? {};
  return outcome(
    resultCard('tolerance', {
      title: words.resultTitle,
      careful: negative.length > 0,
      texts: [
        words.noVerdict,
        ...matched.flatMap(({ title, items, meaning }) => [
          checkWords.heading(title, items),
          ...(meaning ? [meaning] : []),
        ]),
        ...(matched.length === 0 ? [words.nothing] : []),
        words.premises,
        ...(local.length === 0 ? [checkWords.noList(words.localTitle, checkWords.general)] : []),
      ],
      more: [
        {
          kind: 'panel',
          title: words.prepareTitle,
          blocks: [words.looks, words.materials].map((text) => ({ kind: 'text' as const, text })),
        } satisfies Block,
        ...figureBlocks(figures.filter(({ code }) => code !== 'LOC-16')),
      ],
      facts: [
        { label: checkWords.step, value: words.steps },
        { label: words.who, value: words.whoText },
      ],
      factIds: words.factIds,
      office: whoToAsk(
        office[words.officeColumns.office] ?? words.office,
        office[words.officeColumns.phone] ?? '',
        await findContact(ctx.db),
      ),
    }),
  );
}
