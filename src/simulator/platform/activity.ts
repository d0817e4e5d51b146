/** Counts what is under way between platform and bot, so that tests can wait for silence instead of sleeping. */
export class Activity {
  #running = 0;
  #waiting: (() => void)[] = [];

  async during<T>(work: () => Promise<T>): Promise<T> {
    const end = this.begin();
    try {
      return await work();
    } finally {
      end();
    }
  }

  /** Returns the function that ends it; calling it twice does no harm. */
  begin(): () => void {
    this.#running += 1;
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      this.#running -= 1;
      if (this.#running === 0) this.#release();
    };
  }

  /** An answer often causes the next call in the same turn, so silence counts only when it lasts for some turns. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      if (this.#running > 0) {
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
        quiet = 0;
      }
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    if (this.#running > 0) await this.settled();
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
