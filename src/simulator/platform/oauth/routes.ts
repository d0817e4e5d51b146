import type { ApiAnswer, ApiCall, Route } from '../api/call.ts';
import type { Core } from '../core.ts';
import { employeeId, unionId } from '../directory.ts';
import type { Logins } from './logins.ts';

export function loginRoutes(logins: Logins): Route[] {
  return [
    {
      method: 'POST',
      path: '/open-apis/authen/v2/oauth/token',
      access: 'open',
      handle: (core, call) => exchange(core, call, logins),
    },
    {
      method: 'GET',
      path: '/open-apis/authen/v1/user_info',
      access: 'open',
      handle: (core, call) => userInfo(core, call, logins),
    },
  ];
}

/** Flat answers, good and bad. */
function exchange(core: Core, call: ApiCall, logins: Logins): ApiAnswer {
  const { grant_type: grant, client_id: id, client_secret: secret, code } = call.body;
  if (call.header('authorization')) return refuse(20070, 'invalid_request');
  if ([grant, id, secret].some((each) => typeof each !== 'string')) return refuse(20001, 'invalid_request');
  // The app did not ask for `offline_access`, so there is nothing to refresh.
  if (grant === 'refresh_token') return refuse(20074, 'unsupported_grant_type');
  if (grant !== 'authorization_code') return refuse(20036, 'unsupported_grant_type');
  if (typeof code !== 'string') return refuse(20001, 'invalid_request');
  if (id !== core.settings.appId) return refuse(20048, 'invalid_client');
  if (secret !== core.settings.appSecret) return refuse(20002, 'invalid_client');
  const person = logins.redeem(code, call.body.redirect_uri, call.body.code_verifier);
  if (typeof person === 'number') return refuse(person, 'invalid_grant');
  const { token, expiresIn } = logins.issueToken(person);
  const body = {
    code: 0,
    access_token: token,
    expires_in: expiresIn,
    token_type: 'Bearer',
    scope: 'auth:user.id:read',
  };
  return { status: 200, body };
}

function refuse(code: number, error: string): ApiAnswer {
  return { status: 400, body: { code, error, error_description: `error ${code}` } };
}

/** Errors come with HTTP 200. */
function userInfo(core: Core, call: ApiCall, logins: Logins): ApiAnswer {
  const fail = (code: number, msg: string) => ({ status: 200, body: { code, msg } });
  const token = /^Bearer (.+)$/.exec(call.header('authorization') ?? '')?.[1];
  if (!token) return fail(20001, 'missing access token');
  const openId = logins.personOf(token);
  if (!openId) return fail(20005, 'invalid access token');
  const person = core.directory.get(openId);
  if (!person) return fail(20008, 'user not exist');
  if (person.state === 'resigned') return fail(20021, 'user resigned');
  if (person.state === 'frozen') return fail(20022, 'user frozen');
  return {
    status: 200,
    body: {
      code: 0,
      msg: 'success',
      data: {
        name: person.name,
        en_name: '',
        avatar_url: '',
        open_id: person.openId,
        union_id: unionId(person),
        ...(core.faults.employeeIds && { user_id: employeeId(person) }),
        tenant_key: person.tenantKey ?? core.settings.tenantKey,
      },
    },
  };
}
