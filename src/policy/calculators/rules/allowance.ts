import { EXAMPLES, type ExampleId } from './examples.ts';
import { COMPUTE } from './lexicon.ts';
import * as lexicon from './lexicon-allowance.ts';
import { type Extra, extraIn, extraOf, together } from './remoteness.ts';
import { readSince, readStints, type Service, serviceOf, stintsText } from './service.ts';
import { type Calculator, done, type Given, type Inputs, inputsOf, type Step, type Tier } from './step.ts';
import { joined, readTable, readTableText, tableText, tierOf } from './tiers.ts';

/** Sums in yuan a month. */
export interface Allowance extends Service {
  kind: 'allowance';
  factIds: readonly string[];
  source: 'own' | 'local' | ExampleId;
  /** Undefined when the table does not reach so low or so high. */
  tier: Tier | undefined;
  /** Exactly at the beginning of the tier. */
  atBoundary: boolean;
  extra: Extra;
  total: number;
  /** Asked for a whole year. */
  aYear: boolean;
  /** When the local table came into force; empty when unknown. */
  inForceSince: string;
}

/** The table in the question has tiers that overlap or leave a gap. */
export interface UnclearTable {
  kind: 'unclear_table';
  factIds: readonly string[];
}

/** A sum of several spans rests on common practice (BT-11). */
const SEVERAL = 'BT-11';

export const allowance: Calculator<Allowance | UnclearTable> = {
  read(said) {
    const table = readTable(said);
    const example = exampleIn(said);
    const rest = table?.rest ?? said;
    const stints = readStints(rest);
    const applied = (table !== undefined || example !== undefined) && stints.length > 0;
    if (!isAsked(said, table !== undefined || example !== undefined, applied)) return undefined;
    const since = stints.length === 0 ? readSince(rest) : undefined;
    const ordered = lexicon.BY_NAME.test(said) && COMPUTE.test(said);
    if (stints.length === 0 && !since && !table && !ordered) return undefined;
    return inputsOf({
      years: stintsText(stints),
      since,
      ...extraIn(rest),
      example,
      table: table && tableText(table.tiers),
      added: table?.extra?.toString(),
      aYear: lexicon.FOR_A_YEAR.test(rest) ? 'yes' : undefined,
    });
  },

  compute(inputs, given): Step<Allowance | UnclearTable> {
    const source = sourceOf(inputs);
    const tiers = joined(tiersOf(source, inputs, given));
    if (source === 'local' && given.local.tiers.length === 0)
      return { kind: 'gap', codes: ['LOC-01'], factIds: ['BT-01', 'BT-13'] };
    if (!tiers) return done({ kind: 'unclear_table', factIds: ['BT-13'] });
    const service = serviceOf(inputs, given.today);
    return 'kind' in service ? service : done(allowanceOf({ inputs, given, source, tiers, service }));
  },
};

function isAsked(said: string, hasTable: boolean, applied: boolean): boolean {
  const topic =
    hasTable || lexicon.BY_NAME.test(said) || (lexicon.TOPIC.test(said) && lexicon.IN_TOWNSHIP.test(said));
  if (!topic || !(lexicon.AMOUNT_ASKED.test(said) || (applied && lexicon.RECKONED.test(said)))) return false;
  if (lexicon.NOT_SERVING.test(said) || lexicon.OTHER_MONEY.test(said)) return false;
  return !(lexicon.NAMED_PLACE.test(said) && !lexicon.HUNAN.test(said));
}

function exampleIn(said: string): ExampleId | undefined {
  if (lexicon.HUNAN.test(said)) return 'BT-07';
  return lexicon.OTHER_PLACE.test(said) ? 'BT-08' : undefined;
}

function sourceOf({ table, example }: Inputs): Allowance['source'] {
  if (table) return 'own';
  return example === 'BT-07' || example === 'BT-08' ? example : 'local';
}

function tiersOf(source: Allowance['source'], inputs: Inputs, { local }: Given): readonly Tier[] {
  if (source === 'own') return readTableText(inputs['table'] ?? '');
  if (source === 'local') return local.tiers;
  const { tiers, remote } = EXAMPLES[source];
  return inputs['remote'] === 'yes' && remote ? remote : tiers;
}

function allowanceOf(parts: {
  inputs: Inputs;
  given: Given;
  source: Allowance['source'];
  tiers: readonly Tier[];
  service: Service;
}): Allowance {
  const { inputs, given, source, tiers, service } = parts;
  const tier = tierOf(tiers, service.months);
  const base = tier?.amount ?? 0;
  const extra = tier
    ? extraOf({ inputs, given, source, base, months: service.months })
    : { kind: 'none' as const };
  return {
    kind: 'allowance',
    factIds: [
      ...(source === 'local'
        ? ['BT-13', 'BT-01', 'BT-02']
        : source === 'own'
          ? ['BT-13']
          : [source, 'BT-13']),
      ...(service.stints.length > 1 ? [SEVERAL] : []),
    ],
    source,
    ...service,
    tier,
    atBoundary: tier !== undefined && tier.from > 0 && service.months === tier.from * 12,
    extra,
    total: extra.kind === 'added' ? together(base, extra.amount) : base,
    aYear: inputs['aYear'] !== undefined,
    inForceSince: source === 'local' ? given.local.tiersSince : '',
  };
}
