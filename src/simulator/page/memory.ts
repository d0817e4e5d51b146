/** What the browser keeps between visits; a browser that keeps nothing is fine too. */

export function recall(key: string): unknown {
  try {
    const text = localStorage.getItem(`qingfu.${key}`);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(`qingfu.${key}`, JSON.stringify(value));
  } catch {
    // Private windows may refuse.
  }
}
