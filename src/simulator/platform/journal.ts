import type { JournalEntry } from './types.ts';

const KEPT = 2_000;

export class Journal {
  #entries: JournalEntry[] = [];
  #next = 0;

  add(entry: Omit<JournalEntry, 'index'>): void {
    this.#entries.push({ index: this.#next, ...entry });
    this.#next += 1;
    // Trimmed in blocks: shifting an array of 2,000 at every event would be felt at 200 events a second.
    if (this.#entries.length >= KEPT * 1.5) this.#entries = this.#entries.slice(-KEPT);
  }

  since(index = 0): JournalEntry[] {
    return this.#entries.slice(-KEPT).filter((entry) => entry.index >= index);
  }

  /** Newest entry that satisfies the condition. */
  last(wanted: (entry: JournalEntry) => boolean): JournalEntry | undefined {
    return this.#entries.findLast(wanted);
  }
}
