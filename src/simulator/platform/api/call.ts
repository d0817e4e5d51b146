import type { Core } from '../core.ts';

/** A request to the platform's API, taken apart. */
export interface ApiCall {
  params: Record<string, string>;
  query(name: string): string | undefined;
  /** All values of a repeated key. */
  queries(name: string): string[];
  header(name: string): string | undefined;
  /** The JSON body; empty when there was none. */
  body: Record<string, unknown>;
  malformed: boolean;
  /** As it came. */
  raw: Uint8Array;
}

export interface ApiAnswer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** Like a real call: either it happens as a whole or it throws a `Refusal`. */
export type Handler = (core: Core, call: ApiCall) => ApiAnswer;

export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  /** `tenant`: needs a valid tenant_access_token and counts against the limits of the API. */
  access: 'tenant' | 'open';
  handle: Handler;
}

/** An error answer `{code, msg, error: {log_id}}`. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly status = 400,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

export function success(data: unknown): ApiAnswer {
  return { status: 200, body: { code: 0, msg: 'success', data } };
}

/** Field validation of the gateway: 99992402. */
export function missing(field: string): Refusal {
  return new Refusal(99992402, `field validation failed: ${field} is required`);
}

export function refused(error: Refusal, logId: string): ApiAnswer {
  return {
    status: error.status,
    headers: { 'X-Tt-Logid': logId, ...error.headers },
    body: {
      code: error.code,
      msg: error.message,
      error: { log_id: logId, troubleshooter: `https://open.feishu.cn/search?log_id=${logId}` },
    },
  };
}

export function rateLimited(
  core: Core,
  seconds: number,
  status: number = core.faults.rateLimitStatus,
): Refusal {
  return new Refusal(99991400, 'request trigger frequency limit', status, {
    'x-ogw-ratelimit-limit': String(core.faults.limits.perMinute),
    'x-ogw-ratelimit-reset': String(seconds),
  });
}
