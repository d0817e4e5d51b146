const encoder = new TextEncoder();

function base64url(bytes: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** What the database knows of a token: enough to recognise it, not enough to use it. */
export async function fingerprint(token: string): Promise<string> {
  return base64url(await crypto.subtle.digest('SHA-256', encoder.encode(token)));
}

/** Keyed hash; `purpose` keeps what is made for one thing from being good for another. */
export async function keyed(secret: string, purpose: string, text: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  return base64url(await crypto.subtle.sign('HMAC', key, encoder.encode(`${purpose}\n${text}`)));
}

/** Equal, in the same time wherever they differ. */
export function sameText(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
