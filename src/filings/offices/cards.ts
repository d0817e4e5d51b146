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

export function clashBlocks(found: readonly Clash<Coming>[], places: Names): Block[] {
  return blocksOf(found.map(({ unit, stays }) => ({ name: places.name(unit), items: stays })));
}

/** A block for each township: a heading right below a list would read as part of its last line. */
function blocksOf(found: readonly { name: string; items: readonly Coming[] }[]): Block[] {
  const blocks = found.slice(0, UNITS).map(
    ({ name, items }): Block => ({
      kind: 'text',
      text: joinRich(
        [
          words.unit(name),
          ...items.map((one) => words.item(one.start, one.end, one.kind, one.name, one.organiserName)),
        ],
        '\n',
      ),
    }),
  );
  if (found.length <= UNITS) return blocks;
  return [...blocks, { kind: 'text', text: words.moreUnits(found.length - UNITS) }];
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
      ...(shown.length > 0 ? [{ kind: 'text' as const, text: words.clashes }, ...blocksOf(shown)] : []),
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
