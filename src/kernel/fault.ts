/** The driver's own error. The query builder wraps it into one whose message quotes the values: never log that one. */
export function rootCause(error: unknown): unknown {
  let root = error;
  while (root instanceof Error && root.cause instanceof Error) root = root.cause;
  return root;
}

/** Messages that tell about code, tables and files; others may quote what a person wrote. */
const ABOUT_CODE = /^(TypeError|RangeError|ReferenceError)$/;
const ABOUT_DATABASE =
  /^(D1_[A-Z_]+: )?(no such \w+|[A-Z ]+ constraint failed|database |disk |attempt to write|too many|unable to open)/;

/** What went wrong and where, for the log: never data, whatever the error's own text quotes. */
export function faultOf(error: unknown): { fault: string; frames: string[] } {
  const root = rootCause(error);
  if (!(root instanceof Error)) return { fault: typeof root, frames: [] };
  const telling = ABOUT_CODE.test(root.name) || ABOUT_DATABASE.test(root.message);
  return { fault: telling ? `${root.name}: ${root.message}` : root.name, frames: framesOf(root) };
}

export function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('at ')).slice(0, 6);
}
