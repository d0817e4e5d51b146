import type { Core } from '../core.ts';
import { type ApiCall, Refusal, type Route } from './call.ts';

const LIFE = 2 * 60 * 60_000;
/** With less than this left a new token is made; the old one stays good until its end. */
const RENEW_BEFORE = 30 * 60_000;

export class TenantTokens {
  #all: { token: string; expiresAt: number }[] = [];

  constructor(private readonly core: Core) {}

  current(): { token: string; expire: number } {
    const now = this.core.now();
    let newest = this.#all.at(-1);
    if (!newest || newest.expiresAt - now < RENEW_BEFORE) {
      newest = { token: `t-${this.core.ids.hex(40)}`, expiresAt: now + LIFE };
      this.#all = [...this.#all.filter((each) => each.expiresAt > now), newest];
    }
    return { token: newest.token, expire: Math.floor((newest.expiresAt - now) / 1000) };
  }

  revoke(): void {
    this.#all = [];
  }

  /** @throws Refusal when the request bears no token that counts now. */
  check(call: ApiCall): void {
    const authorization = call.header('authorization');
    if (!authorization) throw new Refusal(99991661, 'Missing access token for authorization');
    const token = /^Bearer (.+)$/.exec(authorization)?.[1] ?? '';
    if (!/^[tu]-/.test(token))
      throw new Refusal(99991671, 'Invalid access token, it must start with t- or u-');
    const known = this.#all.find((each) => each.token === token);
    if (!known || known.expiresAt <= this.core.now())
      throw new Refusal(
        99991663,
        'Invalid access token for authorization',
        this.core.faults.tokenErrorStatus,
      );
  }
}

export function tokenRoute(tokens: TenantTokens): Route {
  return {
    method: 'POST',
    path: '/open-apis/auth/v3/tenant_access_token/internal',
    access: 'open',
    handle: (core, call) => {
      const { app_id: appId, app_secret: secret } = call.body;
      const refuse = (code: number, msg: string) => ({ status: 200, body: { code, msg } });
      if (typeof appId !== 'string' || typeof secret !== 'string') return refuse(10003, 'invalid param');
      if (appId !== core.settings.appId) return refuse(10014, 'app unavailable');
      if (secret !== core.settings.appSecret)
        return refuse(core.faults.wrongSecretCode, 'app secret invalid');
      const { token, expire } = tokens.current();
      return { status: 200, body: { code: 0, msg: 'ok', tenant_access_token: token, expire } };
    },
  };
}
