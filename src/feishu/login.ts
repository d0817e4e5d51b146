import { PlatformError } from '../kernel/errors.ts';
import type { WebLogin } from '../kernel/ports.ts';
import { failureOf } from './classify.ts';
import { createExchange, type Fetch } from './http.ts';
import { textAt } from './payload.ts';
import type { Credentials } from './token.ts';
import { hints } from './words.ts';

export interface LoginOptions extends Credentials {
  fetch?: Fetch;
  timeoutMs?: number;
}

/** The public clouds serve their login pages from a host of its own; a private deployment from the same one. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  'https://open.feishu.cn': 'https://accounts.feishu.cn',
  'https://open.larksuite.com': 'https://accounts.larksuite.com',
};

/**
 * The documented calls themselves: the SDK's helper uses another address and refuses a base URL of one's own. The
 * user's token is used once, to learn who it is, and kept nowhere.
 */
export function createWebLogin(options: LoginOptions): WebLogin {
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const exchange = createExchange(options.fetch, options.timeoutMs);

  async function ask(request: Parameters<typeof exchange>[0]): Promise<unknown> {
    const answer = await exchange(request);
    const failure = failureOf(answer);
    if (failure) throw failure;
    return answer.body;
  }

  return {
    authorizeUrl({ state, challenge, redirectUri }) {
      const url = new URL(`${ACCOUNTS[baseUrl] ?? baseUrl}/open-apis/authen/v1/authorize`);
      url.search = new URLSearchParams({
        client_id: options.appId,
        response_type: 'code',
        redirect_uri: redirectUri,
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      }).toString();
      return url.href;
    },
    async personOf({ code, verifier, redirectUri }) {
      const granted = await ask({
        method: 'POST',
        url: `${baseUrl}/open-apis/authen/v2/oauth/token`,
        data: {
          grant_type: 'authorization_code',
          client_id: options.appId,
          client_secret: options.appSecret,
          code,
          redirect_uri: redirectUri,
          code_verifier: verifier,
        },
      });
      const info = await ask({
        method: 'GET',
        url: `${baseUrl}/open-apis/authen/v1/user_info`,
        headers: { Authorization: `Bearer ${textAt(granted, 'access_token')}` },
      });
      const openId = textAt(info, 'data', 'open_id');
      if (!openId) throw new PlatformError({ kind: 'unknown', code: 0, retryable: false, hint: hints.login });
      return openId;
    },
  };
}
