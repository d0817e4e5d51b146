import { EventDispatcher, type HttpInstance, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';
import { PlatformError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/ports.ts';
import { createExchange } from './http.ts';
import { eventIdOf, isJson, type Json } from './payload.ts';
import { hints, longConnectionHints } from './words.ts';

// Node only: the SDK's WebSocket does not run on Workers. Not to be imported by anything the worker needs.

export interface LongConnectionOptions {
  appId: string;
  appSecret: string;
  baseUrl: string;
  /** One verified payload; what it resolves to is the answer. When it throws the platform delivers again. */
  onEvent(payload: Json): Promise<object | undefined>;
  log: Logger;
  /** The connection was given up for good; it is not called for interruptions that heal. */
  onLost?(error: PlatformError): void;
}

export interface LongConnection {
  close(): void;
}

/** With any other id the SDK does nothing at all and says so in its log only. */
const APP_ID = /^cli_[0-9a-fA-F]{16}$/;

const HANDSHAKE_MS = 10_000;
/** Without an answer to a ping for so long the connection is dead, though the socket may not know it. */
const PING_TIMEOUT_S = 30;

/**
 * Receives events and clicks over the platform's long connection, which authenticates the whole connection: payloads
 * carry neither signature nor (reliably) a token. Resolves once connected. @throws PlatformError when it never will be.
 */
export async function startLongConnection(options: LongConnectionOptions): Promise<LongConnection> {
  const { appId, appSecret, log } = options;
  if (!APP_ID.test(appId)) throw refusal('auth', longConnectionHints.badAppId);

  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  let connected = false;
  const client = new WSClient({
    appId,
    appSecret,
    domain: options.baseUrl.replace(/\/+$/, ''),
    httpInstance: endpointHttp(log),
    logger: quietLogger(log),
    loggerLevel: LoggerLevel.warn,
    handshakeTimeoutMs: HANDSHAKE_MS,
    wsConfig: { pingTimeout: PING_TIMEOUT_S },
    onReady() {
      connected = true;
      log.info('feishu_connected');
      resolve();
    },
    onReconnecting: () => log.warn('feishu_reconnecting'),
    onReconnected: () => log.info('feishu_reconnected'),
    onError(error) {
      const failure = failureOf(error);
      log.error('feishu_connection_lost', { code: failure.code, hint: failure.hint });
      if (connected) options.onLost?.(failure);
      else reject(failure);
    },
  });
  try {
    await client.start({ eventDispatcher: new PayloadDispatcher(options) });
    await ready;
  } catch (error) {
    client.close();
    throw error;
  }
  return { close: () => client.close() };
}

/** Hands over whole payloads: the SDK's own registry flattens them and silently drops types nobody registered. */
class PayloadDispatcher extends EventDispatcher {
  constructor(private readonly options: LongConnectionOptions) {
    super({ logger: quietLogger(options.log), loggerLevel: LoggerLevel.warn });
  }

  override async invoke(payload: unknown): Promise<unknown> {
    if (!isJson(payload)) return undefined;
    try {
      return await this.options.onEvent(payload);
    } catch (error) {
      this.options.log.error('feishu_event_failed', { eventId: eventIdOf(payload) });
      throw error;
    }
  }
}

/** The SDK reads `data.URL` before it looks at the code, and takes the resulting error for a passing one. */
function endpointHttp(log: Logger): HttpInstance {
  const exchange = createExchange();
  const request: HttpInstance['request'] = async (options) => {
    const { body, status } = await exchange(options);
    if (!isJson(body)) {
      log.warn('feishu_failed', { call: 'ws.endpoint', status });
      throw refusal('network', hints.notJson);
    }
    return { data: {}, ...body } as never;
  };
  const unused = () => Promise.reject(new Error('not used by the long connection'));
  return {
    request,
    get: unused,
    delete: unused,
    head: unused,
    options: unused,
    post: unused,
    put: unused,
    patch: unused,
  };
}

/** Its messages can hold payloads and the address, which authenticates; so only that there was one is kept. */
function quietLogger(log: Logger) {
  const trouble = () => log.warn('feishu_connection_trouble');
  return { error: trouble, warn: trouble, info() {}, debug() {}, trace() {} };
}

const ENDPOINT_CODES: Record<number, PlatformError> = {
  1: refusal('network', longConnectionHints.busy, 1),
  403: refusal('scope', longConnectionHints.forbidden, 403),
  514: refusal('auth', hints.credentials, 514),
  10014: refusal('auth', hints.credentials, 10014),
  1000040350: refusal('rate_limited', longConnectionHints.tooMany, 1000040350),
};

function failureOf(error: Error): PlatformError {
  const code = Number(/code=(\d+)/.exec(error.message)?.[1] ?? 0);
  return ENDPOINT_CODES[code] ?? refusal('network', longConnectionHints.lost, code);
}

function refusal(kind: PlatformError['kind'], hint: string, code = 0): PlatformError {
  return new PlatformError({ kind, code, retryable: kind === 'network', hint });
}
