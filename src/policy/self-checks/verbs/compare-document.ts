import type { Card } from '../../../chat/card.ts';
import { ticked } from '../../../chat/checklist.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { formProblems } from '../../../chat/words.ts';
import { AppError } from '../../../kernel/errors.ts';
import { readForm } from '../../../kernel/form.ts';
import type { Ctx } from '../../../store/context.ts';
import { lengthChecks } from '../../calculators/rules/length.ts';
import { findContact } from '../../contact.ts';
import { whoToAsk } from '../../words.ts';
import { resultCard } from '../cards.ts';
import { documentForm } from '../forms.ts';
import { CHARACTERS } from '../lexicon.ts';
import { localFigures, requireSame, textsOf } from '../local-lists.ts';
import { DOCUMENT_KINDS, type DocumentKind, type DocumentSign, documentFindings } from '../rules/document.ts';
import { checkWords } from '../words.ts';
import { documentSigns, documentWords as words } from '../words-document.ts';

/** More characters no draft has. */
const MOST_CHARACTERS = 200_000;

/** A draft before it is issued: plan, length, copying, demands on those below, disguises (FW-06 … FW-13). */
export async function compareDocument(
  ctx: Ctx,
  { form, list }: { form: Readonly<Record<string, unknown>>; list: string },
): Promise<Outcome<Card>> {
  const figures = await localFigures(ctx, 'LOC-22');
  const { lists, texts } = documentForm(figures);
  requireSame(texts, list);
  const read = readForm(
    [
      { name: 'kind', label: words.kind, kind: 'choice', options: DOCUMENT_KINDS },
      { name: 'count', label: words.count, kind: 'count', max: MOST_CHARACTERS },
    ],
    { ...form, count: withoutUnit(form['count']) },
  );
  if (!read.ok) throw new AppError('invalid', formProblems(read.problems));
  const { tooLong, told } = lengthOf(read.values.count, (read.values.kind ?? 'special') as DocumentKind);
  const own = textsOf(
    lists.own.options.map(({ text }) => text),
    ticked(form, lists.own),
  );
  const findings = documentFindings(ticked(form, lists.signs) as DocumentSign[], tooLong || own.length > 0);
  const signs = findings === 'nothing' ? [] : findings.map((sign) => documentSigns[sign]);
  return outcome(
    resultCard('document', {
      title: words.resultTitle,
      careful: findings !== 'nothing',
      texts: [
        ...(findings === 'nothing' ? [checkWords.finding(words.nothing, words.nothingRule)] : []),
        ...signs.map(({ title, rule }) => checkWords.finding(title, rule)),
        ...told,
        ...(own.length > 0 ? [checkWords.heading(checkWords.localTitle, own)] : []),
        ...(lists.own.options.length === 0 ? [checkWords.noList(words.localTitle, words.instead)] : []),
        words.decide,
      ],
      factIds: [...signs.flatMap(({ factIds }) => factIds), 'FW-10', ...(told.length > 0 ? ['FW-07'] : [])],
      office: whoToAsk(words.office, '', await findContact(ctx.db)),
    }),
  );
}

function withoutUnit(typed: unknown): unknown {
  return typeof typed === 'string' ? typed.trim().replace(CHARACTERS, '') : typed;
}

/** What is to be said of the number of characters, by the limits of the length calculator. */
function lengthOf(count: number | undefined, document: DocumentKind) {
  if (!count) return { tooLong: false, told: [] };
  if (document === 'overall') return { tooLong: false, told: [words.overall] };
  const checks = lengthChecks(count, document);
  const told = checks.map(({ limit, over }) =>
    over > 0 ? checkWords.finding(words.tooLong, words.over(count, limit, over)) : words.within(count, limit),
  );
  return { tooLong: checks.some(({ over }) => over > 0), told };
}
