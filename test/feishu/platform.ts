import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string;
  // What was sent, read like the JSON it is.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
}

export type Handler = (call: Call, response: ServerResponse) => void;

/** A bare HTTP server on a real socket; each test says what it answers. Tokens are handed out as t-1, t-2, … */
export interface TestPlatform {
  url: string;
  calls: Call[];
  /** API calls without the token requests. */
  api(): Call[];
  tokens(): number;
  /** Answers API calls. */
  answer(handler: Handler): void;
  /** Overrides the answers to token requests. */
  answerToken(handler: Handler | undefined): void;
  reset(): void;
  close(): Promise<void>;
}

export const TOKEN_PATH = '/open-apis/auth/v3/tenant_access_token/internal';

export function json(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}

export async function testPlatform(): Promise<TestPlatform> {
  const calls: Call[] = [];
  let tokens = 0;
  const refuse: Handler = (_, response) => json(response, { code: 1, msg: 'no answer set' }, 500);
  let handler = refuse;
  let tokenHandler: Handler | undefined;

  const server = createServer((request, response) => {
    void read(request).then((call) => {
      calls.push(call);
      if (call.path !== TOKEN_PATH) return handler(call, response);
      tokens++;
      if (tokenHandler) return tokenHandler(call, response);
      return json(response, { code: 0, msg: 'ok', tenant_access_token: `t-${tokens}`, expire: 7200 });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    api: () => calls.filter((call) => call.path !== TOKEN_PATH),
    tokens: () => tokens,
    answer: (next) => {
      handler = next;
    },
    answerToken: (next) => {
      tokenHandler = next;
    },
    reset: () => {
      calls.length = 0;
      tokens = 0;
      handler = refuse;
      tokenHandler = undefined;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  return {
    method: request.method ?? '',
    path: pathname,
    query: searchParams,
    authorization: request.headers.authorization ?? '',
    body: text ? JSON.parse(text) : undefined,
  };
}
