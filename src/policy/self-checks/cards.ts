import { facts } from '../../../db/seed/facts.ts';
import type { Block, Card, Field } from '../../chat/card.ts';
import type { Rich } from '../../chat/rich.ts';
import { CLAUSE } from './lexicon.ts';
import { CHECKS, type CheckName, checkWords as words } from './words.ts';

export function menuCard(): Card {
  return {
    title: words.menuTitle,
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.menu },
      { kind: 'buttons', buttons: CHECKS.map((check) => openButton(check, words.names[check])) },
      { kind: 'note', text: words.alone },
    ],
  };
}

export function formCard(
  check: CheckName,
  { title, intro, fields, list }: { title: string; intro: string; fields: Field[]; list: string },
): Card {
  return {
    title,
    tone: 'info',
    blocks: [
      { kind: 'text', text: intro },
      {
        kind: 'form',
        name: check,
        fields,
        submit: { text: words.submit, action: `policy.compare-${check}`, value: { list } },
      },
      { kind: 'note', text: words.alone },
    ],
  };
}

export interface Result {
  title: string;
  /** Something was found that speaks against it. */
  careful: boolean;
  texts: readonly (Rich | string)[];
  more?: readonly Block[];
  /** Label and value beside the basis. */
  facts?: readonly { label: string; value: string }[];
  factIds: readonly string[];
  office: string;
}

/** What matches, what the rules say, on what it rests and whom to ask; no verdict. */
export function resultCard(check: CheckName, result: Result): Card {
  return {
    title: result.title,
    tone: result.careful ? 'notice' : 'info',
    blocks: [
      ...result.texts.map((text): Block => ({ kind: 'text', text })),
      ...(result.more ?? []),
      {
        kind: 'facts',
        facts: [
          ...(result.facts ?? []),
          { label: words.basis, value: basisOf(result.factIds) },
          { label: words.ask, value: result.office },
        ],
      },
      { kind: 'note', text: words.alone },
      { kind: 'buttons', buttons: [openButton(check, words.again)] },
    ],
  };
}

/** Where these facts stand, each source once; of one document all the clauses together. */
function basisOf(factIds: readonly string[]): string {
  const sources = factIds
    .flatMap((id) => facts.get(id) ?? [])
    .filter(({ confidence }) => confidence !== 'missing');
  const clauses = new Map<string, Set<string>>();
  for (const { source } of sources) {
    const { document = source, clause } = CLAUSE.exec(source)?.groups ?? {};
    const known = clauses.get(document) ?? new Set();
    clauses.set(document, clause ? known.add(clause) : known);
  }
  const whole = [...clauses.keys()];
  return whole
    .filter((document) => !whole.some((other) => other !== document && document.startsWith(other)))
    .map((document) => document + [...(clauses.get(document) ?? [])].join('、'))
    .join('；');
}

function openButton(check: CheckName, text: string) {
  return { text, action: 'policy.check', value: { check } };
}
