import { EXAMPLES, type ExampleId } from './examples.ts';
import * as lexicon from './lexicon-allowance.ts';
import type { Given, Inputs } from './step.ts';
import { tierOf } from './tiers.ts';

/** What remoteness adds to the amount of the tier; yuan a month. */
export type Extra =
  | { kind: 'none' }
  /** The asker's own township is known, and not on the list. */
  | { kind: 'not_listed'; place: string }
  | { kind: 'added'; amount: number; place: string }
  /** Nobody said whether the township is remote: what it would come to if it is, by amount. */
  | { kind: 'open'; options: readonly RemoteOption[] }
  /** The tier is the one for remote townships already. */
  | { kind: 'own_tier' }
  /** Said to be remote, or not said, and no amount is known. */
  | { kind: 'unknown' };

export interface RemoteOption {
  /** Townships of the list; empty when the table names none. */
  places: readonly string[];
  amount: number;
  total: number;
}

/** Whether the sentence calls the township remote, and the names of townships in it. */
export function extraIn(said: string): Record<'remote' | 'places', string | undefined> {
  const remote = lexicon.NOT_REMOTE.test(said) ? 'no' : lexicon.REMOTE.test(said) ? 'yes' : undefined;
  return { remote, places: (said.match(lexicon.TOWNSHIP_NAME) ?? []).slice(0, 4).join('|') || undefined };
}

export function extraOf(parts: {
  inputs: Inputs;
  given: Given;
  source: 'own' | 'local' | ExampleId;
  base: number;
  months: number;
}): Extra {
  const { inputs, given, source, base, months } = parts;
  if (source === 'local') return localExtra(inputs, given, base);
  if (inputs['remote'] === 'no') return { kind: 'none' };
  const remote = inputs['remote'] === 'yes';
  const tiers = source === 'own' ? undefined : EXAMPLES[source].remote;
  if (tiers) {
    const amount = (tierOf(tiers, months)?.amount ?? base) - base;
    return remote
      ? { kind: 'own_tier' }
      : { kind: 'open', options: [{ places: [], amount, total: together(base, amount) }] };
  }
  const amount = source === 'own' ? Number(inputs['added'] ?? 0) : (EXAMPLES[source].extra ?? 0);
  if (!(amount > 0)) return remote ? { kind: 'unknown' } : { kind: 'none' };
  if (remote) return { kind: 'added', amount, place: '' };
  return { kind: 'open', options: [{ places: [], amount, total: together(base, amount) }] };
}

/** Yuan, added by the cent. */
export function together(a: number, b: number): number {
  return (Math.round(a * 100) + Math.round(b * 100)) / 100;
}

/** The list decides, not the asker's impression; where the township is known nobody is asked. */
function localExtra({ remote, places }: Inputs, { local, township }: Given, base: number): Extra {
  if (local.remote.length === 0) return remote === 'no' ? { kind: 'none' } : { kind: 'unknown' };
  const named = places?.split('|') ?? [];
  const listed =
    local.remote.find(({ place }) => named.some((name) => name.endsWith(place))) ??
    (remote === 'no' ? undefined : local.remote.find(({ place }) => place === township));
  if (listed) return { kind: 'added', amount: listed.amount, place: listed.place };
  if (remote === 'no') return { kind: 'none' };
  if (township && remote === undefined) return { kind: 'not_listed', place: township };
  const options = [...Map.groupBy(local.remote, ({ amount }) => amount)].map(([amount, rows]) => ({
    places: rows.map(({ place }) => place),
    amount,
    total: together(base, amount),
  }));
  return { kind: 'open', options };
}
