/** What has been seen and told so far. */
export interface Watch {
  /** Checks with their results in a row that contradict what is held of them. */
  runs: Record<string, number>;
  /** Checks that are held to be bad. */
  bad: string[];
  /** Checks on the last card; empty when that one said that all is well again, or there was none. */
  told: string[];
  /** Shanghai day of the last card about something bad. */
  toldOn: string;
}

export const calm: Watch = { runs: {}, bad: [], told: [], toldOn: '' };

/** A single look may meet a passing fault; being well again must last an hour, or one card would follow the other. */
export const BAD_AFTER = 2;
export const GOOD_AFTER = 4;

export interface Followed {
  watch: Watch;
  /** The card to be sent now, if any; `bad`: about everything that is bad, which is `watch.bad`. */
  card: 'bad' | 'good' | undefined;
}

/**
 * One look at all checks. There is one card when something has turned bad and one when nothing is bad any more; about bad things at most one a day, so that what comes and goes makes no stream. A check that was not looked
 * at counts as unchanged.
 */
export function follow(before: Watch, looked: ReadonlyMap<string, 'good' | 'bad'>, day: string): Followed {
  const runs: Record<string, number> = {};
  const bad = new Set(before.bad);
  for (const name of new Set([...before.bad, ...Object.keys(before.runs), ...looked.keys()])) {
    const held = bad.has(name) ? 'bad' : 'good';
    const now = looked.get(name);
    const run = before.runs[name] ?? 0;
    if (now === undefined && run > 0) runs[name] = run;
    if (now === undefined || now === held) continue;
    if (run + 1 < (now === 'bad' ? BAD_AFTER : GOOD_AFTER)) runs[name] = run + 1;
    else if (now === 'bad') bad.add(name);
    else bad.delete(name);
  }
  const watch = { ...before, runs, bad: [...bad].sort() };
  if (watch.bad.some((name) => !before.told.includes(name)) && before.toldOn !== day)
    return { watch: { ...watch, told: watch.bad, toldOn: day }, card: 'bad' };
  if (before.told.length > 0 && bad.size === 0) return { watch: { ...watch, told: [] }, card: 'good' };
  return { watch, card: undefined };
}
