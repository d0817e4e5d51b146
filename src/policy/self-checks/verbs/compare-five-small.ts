import type { Card } from '../../../chat/card.ts';
import { ticked } from '../../../chat/checklist.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { figureBlocks } from '../../cards.ts';
import { findContact } from '../../contact.ts';
import { whoToAsk } from '../../words.ts';
import { resultCard } from '../cards.ts';
import { fiveSmallForm } from '../forms.ts';
import { localFigures, requireSame, textsOf } from '../local-lists.ts';
import { type Limit, missingOf, type Small } from '../rules/five-small.ts';
import { checkWords } from '../words.ts';
import { limits, smalls, fiveSmallWords as words } from '../words-small.ts';

/** Which of the five are there, the red line (WX-08), and the local standards as far as they are entered (LOC-10). */
export async function compareFiveSmall(
  ctx: Ctx,
  { form, list }: { form: Readonly<Record<string, unknown>>; list: string },
): Promise<Outcome<Card>> {
  const figures = await localFigures(ctx, 'LOC-10', 'LOC-12');
  const { lists, texts } = fiveSmallForm(figures);
  requireSame(texts, list);
  const there = ticked(form, lists.there) as Small[];
  const missing = missingOf(there);
  const crossed = (ticked(form, lists.limits) as Limit[]).map((limit) => limits[limit]);
  const own = textsOf(
    lists.own.options.map(({ text }) => text),
    ticked(form, lists.own),
  );
  const names = (some: readonly Small[]) => some.map((small) => smalls[small]);
  return outcome(
    resultCard('five-small', {
      title: words.resultTitle,
      careful: crossed.length > 0 || own.length > 0,
      texts: [
        ...(there.length > 0 ? [checkWords.heading(words.have, names(there))] : []),
        ...(missing.length > 0
          ? [checkWords.heading(words.missing, names(missing)), words.missingRule]
          : [words.all]),
        ...crossed.map(({ title, rule }) => checkWords.finding(title, rule)),
        ...(own.length > 0 ? [checkWords.heading(checkWords.localTitle, own)] : []),
        ...(crossed.length + own.length === 0 ? [words.noLimits] : []),
        limits.building.rule,
        words.standards,
        ...(lists.own.options.length === 0 ? [checkWords.noList(words.localTitle, words.instead)] : []),
      ],
      more: figureBlocks(figures.filter(({ code }) => code === 'LOC-12')),
      factIds: [...words.factIds, 'WX-06', 'WX-08', ...crossed.flatMap(({ factIds }) => factIds)],
      office: whoToAsk(words.office, '', await findContact(ctx.db)),
    }),
  );
}
