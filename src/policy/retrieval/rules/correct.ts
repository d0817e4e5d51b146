import { soundsOf } from './sounds.ts';

/** A pair of characters of the vocabulary, and how many rows it stands in. */
export interface Sounding {
  sound: string;
  token: string;
  rows: number;
}

/** What a pair is worth that somebody wrote, a little more the oftener, and what a changed character costs. */
const KNOWN = 1;
const PER_MAGNITUDE = 0.1;
const CHANGE = 0.7;

const HAN = /^\p{Script=Han}+$/u;

/** Sounds of all pairs in runs where some pair is one that nobody wrote; empty when there is nothing to mend. */
export function soundsToLookUp(searchable: string, known: (token: string) => boolean): string[] {
  const suspect = runsOf(searchable).filter(
    (run) => HAN.test(run) && pairsOf(run).some((pair) => !known(pair)),
  );
  return [...new Set(suspect.flatMap(pairsOf).flatMap(soundsOf))];
}

/**
 * The same text with characters replaced by ones that sound alike, where that makes more of it what others wrote;
 * undefined when it is best as it stands.
 */
export function corrected(searchable: string, vocabulary: readonly Sounding[]): string | undefined {
  const bySound = Map.groupBy(vocabulary, ({ sound }) => sound);
  const runs = runsOf(searchable).map((run) => (HAN.test(run) ? correctedRun(run, bySound) : run));
  const text = ` ${runs.join(' ')} `;
  return text === searchable ? undefined : text;
}

function runsOf(searchable: string): string[] {
  return searchable.trim().split(' ');
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((second, i) => (characters[i] ?? '') + second);
}

interface Path {
  text: string;
  worth: number;
}

/** The best way through the run, character by character; every character may stay or become one that sounds alike. */
function correctedRun(run: string, bySound: ReadonlyMap<string, readonly Sounding[]>): string {
  const characters = Array.from(run);
  const pairs = pairsOf(run).map((pair) => {
    const alike = soundsOf(pair).flatMap((sound) => bySound.get(sound) ?? []);
    return new Map(alike.map(({ token, rows }) => [token, KNOWN + PER_MAGNITUDE * Math.log(rows)]));
  });
  const choices = characters.map((own, i) => [
    ...new Set([
      own,
      ...[...(pairs[i]?.keys() ?? [])].map((token) => Array.from(token)[0] ?? own),
      ...[...(pairs[i - 1]?.keys() ?? [])].map((token) => Array.from(token)[1] ?? own),
    ]),
  ]);
  const cost = (i: number, choice: string) => (choice === characters[i] ? 0 : CHANGE);
  let paths = new Map<string, Path>(
    (choices[0] ?? []).map((choice) => [choice, { text: choice, worth: -cost(0, choice) }]),
  );
  for (let i = 1; i < characters.length; i++) {
    const next = new Map<string, Path>();
    for (const choice of choices[i] ?? [])
      for (const [last, { text, worth }] of paths) {
        const total = worth + (pairs[i - 1]?.get(last + choice) ?? 0) - cost(i, choice);
        if (total > (next.get(choice)?.worth ?? Number.NEGATIVE_INFINITY))
          next.set(choice, { text: text + choice, worth: total });
      }
    paths = next;
  }
  return [...paths.values()].reduce((a, b) => (b.worth > a.worth ? b : a)).text;
}
