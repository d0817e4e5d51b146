/**
 * The start ends here with one sentence for the operator. Exit codes by sysexits: 78 settings, 65 damaged data,
 * 69 something needed is not available.
 */
export class StartRefused extends Error {
  constructor(
    readonly sentence: string,
    readonly exitCode: 65 | 69 | 78,
  ) {
    super(sentence);
    this.name = 'StartRefused';
  }
}

/** Prints the sentence and ends with its code; anything else is a bug and keeps its stack. */
export async function orRefuse(start: () => Promise<unknown>): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    console.error(error.sentence);
    process.exit(error.exitCode);
  }
}
