import type { Card } from '../../chat/card.ts';
import type { Finding } from './examine.ts';
import { doctorCardWords as words } from './words.ts';

/** More is not read on a phone. */
const SHOWN = 6;

export function badCard(findings: readonly Finding[]): Card {
  const more = findings.length - SHOWN;
  return {
    title: words.badTitle(findings.length),
    tone: 'warning',
    blocks: [
      ...findings.slice(0, SHOWN).map(({ text }) => ({ kind: 'text' as const, text })),
      { kind: 'note', text: more > 0 ? `${words.more(more)}${words.bad}` : words.bad },
    ],
  };
}

export function goodCard(): Card {
  return { title: words.goodTitle, tone: 'success', blocks: [{ kind: 'text', text: words.good }] };
}
