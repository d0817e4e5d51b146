import type { Block, Card } from '../../chat/card.ts';
import { joinRich, type Rich } from '../../chat/rich.ts';
import type { Clash } from '../rules/clashes.ts';
import type { Coming, FoundClashes } from '../verbs/find-clashes.ts';
import { clashWords as words } from './words.ts';

/** Townships on one card: more are not read on a phone. */
const UNITS = 8;
const MERGES = 6;

interface Names {
  name(code: string): string;
}

export function clashLines(found: readonly Clash<Coming>[], places: Names): Rich[] {
  return linesOf(found.map(({ unit, stays }) => ({ name: places.name(unit), items: stays })));
}

function linesOf(found: readonly { name: string; items: readonly Coming[] }[]): Rich[] {
  const lines = found
    .slice(0, UNITS)
    .flatMap(({ name, items }) => [
      words.unit(name),
      ...items.map((one) => words.item(one.start, one.end, one.kind, one.name, one.organiserName)),
    ]);
  return found.length > UNITS ? [...lines, words.moreUnits(found.length - UNITS)] : lines;
}

export function clashesCard({ from, to, clashes, merges }: FoundClashes): Card {
  const note: Block = { kind: 'note', text: words.note };
  if (clashes.length + merges.length === 0)
    return {
      title: words.title,
      tone: 'neutral',
      blocks: [{ kind: 'text', text: words.none(from, to) }, note],
    };
  const pairs = merges.slice(0, MERGES).map(({ items, units }) =>
    words.merge(
      items.map((one) => words.visit(one.name, one.organiserName, one.start)),
      units.map(({ name }) => name),
    ),
  );
  const shown = clashes.map(({ unit, items }) => ({ name: unit.name, items }));
  return {
    title: words.title,
    subtitle: words.span(from, to),
    tone: 'info',
    blocks: [
      ...part(words.clashes, linesOf(shown)),
      ...part(words.merges, [
        ...pairs,
        ...(merges.length > MERGES ? [words.moreMerges(merges.length - MERGES)] : []),
      ]),
      note,
    ],
  };
}

function part(heading: Rich, lines: readonly Rich[]): Block[] {
  return lines.length === 0 ? [] : [{ kind: 'text', text: joinRich([heading, ...lines], '\n') }];
}
