import { createHash } from 'node:crypto';
import type { Core } from '../core.ts';

export interface AuthorizeRequest {
  redirectUri: string;
  state: string | undefined;
  challenge?: { value: string; method: 'S256' | 'plain' };
}

interface Code extends AuthorizeRequest {
  openId: string;
  issuedAt: number;
  used: boolean;
}

const MINUTE = 60_000;
const CODE_LIFE = 5 * MINUTE;
const TOKEN_LIFE = 120 * MINUTE;

/** Codes and user tokens of the web login. */
export class Logins {
  #codes = new Map<string, Code>();
  #tokens = new Map<string, { openId: string; expiresAt: number }>();

  constructor(private readonly core: Core) {}

  /** The person agreed: a code of 64 characters, good once and for 5 minutes. */
  issueCode(openId: string, request: AuthorizeRequest): string {
    const code = this.core.ids.hex(64);
    this.#codes.set(code, { ...request, openId, issuedAt: this.core.now(), used: false });
    return code;
  }

  /** The person of a code, or the error code that the token endpoint answers with. */
  redeem(code: string, redirectUri: unknown, verifier: unknown): string | number {
    const known = this.#codes.get(code);
    if (!known) return 20003;
    if (known.used) return 20065;
    if (this.core.now() - known.issuedAt > CODE_LIFE) return 20004;
    if (redirectUri !== known.redirectUri) return 20071;
    if (!proves(known.challenge, verifier)) return 20049;
    const state = this.core.directory.get(known.openId)?.state ?? 'resigned';
    if (state === 'out-of-scope') return 20010;
    if (state === 'frozen' || state === 'resigned') return 20066;
    known.used = true;
    return known.openId;
  }

  issueToken(openId: string): { token: string; expiresIn: number } {
    // Real ones have 1–2 KB: whoever stores them had better reserve room.
    const token = `u-${this.core.ids.hex(1_200)}`;
    this.#tokens.set(token, { openId, expiresAt: this.core.now() + TOKEN_LIFE });
    return { token, expiresIn: TOKEN_LIFE / 1_000 };
  }

  personOf(token: string): string | undefined {
    const known = this.#tokens.get(token);
    return known && known.expiresAt > this.core.now() ? known.openId : undefined;
  }
}

function proves(challenge: AuthorizeRequest['challenge'], verifier: unknown): boolean {
  if (!challenge) return verifier === undefined;
  if (typeof verifier !== 'string') return false;
  const shown =
    challenge.method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
  return shown === challenge.value;
}
