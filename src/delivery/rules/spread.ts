/**
 * A message's own place in [0, 1), the same at every look: a restart moves nothing. (32-bit FNV-1a over the key.)
 */
export function shareOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}
