/** Short name of a list, by which a card that shows another one is told from a fresh one. FNV-1a, 32 bit. */
export function fingerprint(texts: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of texts.join('\n')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
