import { describe, expect, it } from 'vitest';
import { type Candidate, decide, type GateInput } from '../../src/policy/rules/gate.ts';

function candidate(number: string, confidence: number, more: Partial<Candidate> = {}): Candidate {
  return {
    number,
    confidence,
    lead: 0.3,
    factIds: [],
    missingFigures: [],
    historical: false,
    ...more,
  };
}

function gate(input: Partial<GateInput>) {
  const { decision, reason, entries } = decide({
    screened: undefined,
    calculates: false,
    candidates: [],
    asksForNow: false,
    asksForOwn: false,
    ...input,
  });
  return [decision, reason, entries.join(' ')];
}

const sure = candidate('A', 0.9);
const refuse = (reason: 'evasion' | 'case' | 'promotion') => ({ decision: 'refuse', reason }) as const;

describe('the gate says what and why', () => {
  it.each<[string, Partial<GateInput>, [string, string, string]]>([
    ['one entry, sure', { candidates: [sure, candidate('B', 0.4)] }, ['answer', 'found', 'A']],
    [
      'two good entries, hardly apart',
      { candidates: [candidate('A', 0.8, { lead: 0.01 }), candidate('B', 0.79)] },
      ['choose', 'near_tie', 'A B'],
    ],
    [
      'less than sure, but clear of all others',
      { candidates: [candidate('A', 0.32), candidate('B', 0.1, { lead: -0.3 })] },
      ['answer', 'found', 'A'],
    ],
    [
      'less than sure, and hardly clear',
      { candidates: [candidate('A', 0.33, { lead: 0.1 }), candidate('B', 0.3, { lead: -0.1 })] },
      ['choose', 'unsure', 'A B'],
    ],
    [
      'several near ones, none sure: three at most',
      { candidates: [0.1, -0.1, -0.2, -0.3].map((lead, i) => candidate('ABCD'[i] ?? '', 0.32, { lead })) },
      ['choose', 'unsure', 'A B C'],
    ],
    [
      'one near',
      { candidates: [candidate('A', 0.29), candidate('B', 0.1, { lead: -0.6 })] },
      ['unknown', 'nothing_near', 'A'],
    ],
    ['none near', { candidates: [candidate('A', 0.1)] }, ['unknown', 'nothing_near', '']],
    ['none at all', {}, ['unknown', 'nothing_found', '']],
    [
      'a local figure is missing',
      { candidates: [candidate('A', 0.9, { missingFigures: ['LOC-01'] })] },
      ['local_gap', 'local_figure_missing', 'A'],
    ],
    [
      'the present is asked for, only the past is known',
      { candidates: [candidate('A', 0.9, { historical: true })], asksForNow: true },
      ['local_gap', 'only_history', 'A'],
    ],
    [
      'the past is asked for',
      { candidates: [candidate('A', 0.9, { historical: true })] },
      ['answer', 'found', 'A'],
    ],
    ['all figures are given', { calculates: true, candidates: [sure] }, ['calculate', 'computed', '']],
    [
      'a secret, whatever else',
      { screened: { decision: 'sensitive', reason: 'secret_mark' }, calculates: true, candidates: [sure] },
      ['sensitive', 'secret_mark', ''],
    ],
    ['evasion', { screened: refuse('evasion'), candidates: [sure] }, ['refuse', 'evasion', '']],
    [
      'evasion, and the entry is the rule against it',
      { screened: refuse('evasion'), candidates: [candidate('A', 0.9, { factIds: ['FW-09'] })] },
      ['answer', 'found_rule_against_evasion', 'A'],
    ],
    [
      'a case whose rule is near',
      { screened: refuse('case'), candidates: [candidate('A', 0.32)] },
      ['answer', 'found_without_verdict', 'A'],
    ],
    [
      'a case that turns on a local figure',
      {
        screened: refuse('case'),
        candidates: [
          candidate('A', 0.5, { factIds: ['TG-01'] }),
          candidate('B', 0.3, { factIds: ['TG-01'], missingFigures: ['LOC-06'] }),
        ],
      },
      ['local_gap', 'local_figure_missing', 'B'],
    ],
    [
      'a case beside a neighbour that only shares a fact with it',
      {
        screened: refuse('case'),
        candidates: [
          candidate('A', 0.5, { factIds: ['RC-17', 'RC-02'] }),
          candidate('B', 0.3, { factIds: ['RC-11', 'RC-17'], missingFigures: ['LOC-14'] }),
        ],
      },
      ['answer', 'found_without_verdict', 'A'],
    ],
    [
      "the figure of one's own place is asked for, and a neighbour that says the same waits for it",
      {
        asksForOwn: true,
        candidates: [
          candidate('A', 0.9, { factIds: ['CW-07'] }),
          candidate('B', 0.3, { factIds: ['CW-07'], missingFigures: ['LOC-07'] }),
        ],
      },
      ['local_gap', 'local_figure_missing', 'B'],
    ],
    ['a case with nothing on record', { screened: refuse('case') }, ['refuse', 'case', '']],
    [
      'a case for which there is a procedure',
      { screened: refuse('case'), candidates: [sure] },
      ['answer', 'found_without_verdict', 'A'],
    ],
    [
      'promotion, even with an entry',
      { screened: refuse('promotion'), candidates: [sure] },
      ['refuse', 'promotion', ''],
    ],
  ])('%s', (_, input, expected) => {
    expect(gate(input)).toEqual(expected);
  });

  it('gives its numbers', () => {
    expect(
      decide({
        screened: undefined,
        calculates: false,
        asksForNow: false,
        asksForOwn: false,
        candidates: [sure],
      }).scores,
    ).toEqual({
      confidence: 0.9,
      lead: 0.3,
      second: 0,
      answerFrom: 0.35,
      nearFrom: 0.28,
    });
  });
});
