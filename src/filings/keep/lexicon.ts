/** Marks of secret papers, as they stand on a cover (BR-35). */
const SECRET = /(?:绝密|机密|秘密)\s*[★☆]|[★☆]\s*(?:\d+年|长期)|内部资料|请勿外传|不得外传/u;

export function isSecret(text: string): boolean {
  return SECRET.test(text);
}
