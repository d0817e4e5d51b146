import { Client, type Logger as SdkLogger, withTenantToken } from '@larksuiteoapi/node-sdk';
import type { Messenger } from '../chat/message.ts';
import { PlatformError } from '../kernel/errors.ts';
import type { Clock, Logger } from '../kernel/ports.ts';
import { isTokenRefusal } from './classify.ts';
import { createDirectory, type Directory } from './directory.ts';
import { createExchange, type Fetch, sdkHttp } from './http.ts';
import { createMessenger } from './messenger.ts';
import { at, textAt } from './payload.ts';
import { type Checkup, checkUp } from './probes.ts';
import { type Credentials, type TokenMemory, tokenSource } from './token.ts';

export interface FeishuOptions extends Credentials {
  /** Decides when a token is too old. */
  clock: Clock;
  log: Logger;
  fetch?: Fetch;
  /** Milliseconds for one request, 10 s by default. */
  timeoutMs?: number;
  tokenMemory?: TokenMemory;
}

export interface Feishu {
  messenger: Messenger;
  directory: Directory;
  /** @throws PlatformError */
  botInfo(): Promise<BotInfo>;
  /** Harmless calls that show what is missing; never throws. */
  checkUp(): Promise<Checkup>;
}

export interface BotInfo {
  openId: string;
  name: string;
  /** Enabled in the tenant and not expired. */
  active: boolean;
  /** Our clock minus the platform's, milliseconds; undefined when the answer carried no date. */
  skewMs: number | undefined;
}

/** Runs one SDK call with a valid token. @throws PlatformError */
export type Call = <T>(
  name: string,
  run: (options: ReturnType<typeof withTenantToken>) => Promise<T>,
) => Promise<T>;

/** The SDK logs bodies, tokens and the app secret. */
const mute: SdkLogger = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

const BOT_ENABLED = 2;

/**
 * The platform's API. Nothing is repeated here but a call whose token was refused (once, with a new one): what to do
 * after a failure is for whoever queues to decide.
 */
export function createFeishu(options: FeishuOptions): Feishu {
  const { clock, log } = options;
  const credentials = { ...options, baseUrl: options.baseUrl.replace(/\/+$/, '') };
  const exchange = createExchange(options.fetch, options.timeoutMs);
  const tokens = tokenSource(credentials, exchange, clock, options.tokenMemory);
  const client = new Client({
    appId: credentials.appId,
    appSecret: credentials.appSecret,
    domain: credentials.baseUrl,
    disableTokenCache: true,
    httpInstance: sdkHttp(exchange),
    logger: mute,
  });

  const call: Call = async (name, run) => {
    try {
      const result = await withToken(run);
      log.debug('feishu_called', { call: name });
      return result;
    } catch (error) {
      if (error instanceof PlatformError) {
        const { kind, code, retryable, waitMs, hint, logId } = error;
        // A probe is meant to be refused, and tells its outcome itself.
        const tell = name.endsWith('.probe') ? log.debug : log.warn;
        tell(name.endsWith('.probe') ? 'feishu_probed' : 'feishu_failed', {
          call: name,
          kind,
          code,
          retryable,
          waitMs,
          hint,
          logId,
        });
      }
      throw error;
    }
  };

  async function withToken<T>(run: (options: ReturnType<typeof withTenantToken>) => Promise<T>): Promise<T> {
    const token = await tokens.current();
    try {
      return await run(withTenantToken(token));
    } catch (error) {
      if (!isTokenRefusal(error)) throw error;
      tokens.drop(token);
      return run(withTenantToken(await tokens.current()));
    }
  }

  async function botInfo(): Promise<BotInfo> {
    // The date of the answer is the only way to see that our own clock is wrong.
    const request = { method: 'GET', url: '/open-apis/bot/v3/info', $return_headers: true };
    const answer = await call<unknown>('bot.info', (token) => client.request(request, token));
    const headers = at(answer, 'headers');
    const date = headers instanceof Headers ? Date.parse(headers.get('date') ?? '') : Number.NaN;
    return {
      openId: textAt(answer, 'data', 'bot', 'open_id'),
      name: textAt(answer, 'data', 'bot', 'app_name'),
      active: at(answer, 'data', 'bot', 'activate_status') === BOT_ENABLED,
      skewMs: Number.isNaN(date) ? undefined : clock.now() - date,
    };
  }

  const messenger = createMessenger(client, call);
  const directory = createDirectory(client, call);
  return { messenger, directory, botInfo, checkUp: () => checkUp({ client, call, directory, botInfo }) };
}
