import { PlatformError } from '../kernel/errors.ts';
import type { Clock } from '../kernel/ports.ts';
import { failureOf } from './classify.ts';
import type { Exchange } from './http.ts';
import { at, textAt } from './payload.ts';
import { hints } from './words.ts';

/** A token that is about to expire could do so on its way. */
const MARGIN_MS = 180_000;

export interface TokenSource {
  /** One request at a time, whoever asks. @throws PlatformError */
  current(): Promise<string>;
  /** The platform refused it. Does nothing when another token has taken its place already. */
  drop(token: string): void;
}

export interface Credentials {
  appId: string;
  appSecret: string;
  baseUrl: string;
}

/** Where a token outlives its source: on Workers every request has a source of its own, but the isolate remembers. */
export interface TokenMemory {
  held?: { token: string; until: number } | undefined;
}

/** The app's tenant token. The SDK's own source has no single flight, reads the real clock and never refreshes. */
export function tokenSource(
  credentials: Credentials,
  exchange: Exchange,
  clock: Clock,
  memory: TokenMemory = {},
): TokenSource {
  let flight: Promise<string> | undefined;

  async function fetchToken(): Promise<string> {
    const answer = await exchange({
      method: 'POST',
      url: `${credentials.baseUrl}/open-apis/auth/v3/tenant_access_token/internal`,
      data: { app_id: credentials.appId, app_secret: credentials.appSecret },
    });
    const failure = failureOf(answer);
    if (failure) throw failure;
    const token = textAt(answer.body, 'tenant_access_token');
    if (!token) throw new PlatformError({ kind: 'unknown', code: 0, retryable: true, hint: hints.notJson });
    const seconds = Number(at(answer.body, 'expire')) || 0;
    memory.held = { token, until: clock.now() + seconds * 1000 - MARGIN_MS };
    return token;
  }

  return {
    async current() {
      const { held } = memory;
      if (held && clock.now() < held.until) return held.token;
      flight ??= fetchToken()
        .catch(rethrowAsNotDone)
        .finally(() => {
          flight = undefined;
        });
      return flight;
    },
    drop(token) {
      if (memory.held?.token === token) memory.held = undefined;
    },
  };
}

/** Whatever went wrong here, the call that needed the token was never made. */
function rethrowAsNotDone(error: unknown): never {
  if (!(error instanceof PlatformError)) throw error;
  const { kind, code, retryable, waitMs, hint, logId } = error;
  throw new PlatformError({ kind, code, retryable, waitMs, hint, logId, maybeDone: false });
}
