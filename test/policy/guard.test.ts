import { describe, expect, it } from 'vitest';
import { starterQuestions } from '../../db/seed/questions/index.ts';
import { screen } from '../../src/policy/guard/rules/screen.ts';
import { ordinary, refused, sensitive } from './guard-cases.ts';

function rows(table: Record<string, readonly string[]>): [kind: string, text: string][] {
  return Object.entries(table).flatMap(([kind, texts]) =>
    texts.map((text): [string, string] => [kind, text]),
  );
}

describe('never kept (BR-34, BR-35)', () => {
  it.each(rows(sensitive))('%s: %s', (reason, text) => {
    expect(screen(text)).toEqual({ decision: 'sensitive', reason });
  });
});

describe('declined (BR-21, facts section 18)', () => {
  it.each(rows(refused))('%s: %s', (reason, text) => {
    expect(screen(text)).toEqual({ decision: 'refuse', reason });
  });
});

describe('goes through', () => {
  it.each(rows(ordinary))('%s: %s', (_, text) => {
    const reason = screen(text)?.reason;
    // A case of one's own is no refusal as long as a procedure is on record (`gate.ts`).
    expect(reason === 'case' ? undefined : reason).toBeUndefined();
  });

  it('every phrasing of every starter question, unless it asks for the very thing', () => {
    const stopped = starterQuestions.flatMap(({ number, question, like }) =>
      [question, ...like].flatMap((text) => {
        const reason = screen(text)?.reason;
        return reason && reason !== 'case' ? [`${number} ${reason}: ${text}`] : [];
      }),
    );
    expect(stopped.filter((line) => !/^(?:FW09|TJ17) evasion|^SY05 talk_contents/.test(line))).toEqual([]);
  });
});
