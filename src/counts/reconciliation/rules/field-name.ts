/** Short name of a form field for a difference: FNV-1a, so that it stays the same while the list around it changes. */
export function fieldName(key: string): string {
  let hash = 0x811c9dc5;
  for (const letter of key) {
    hash ^= letter.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return `d_${(hash >>> 0).toString(36)}`;
}
