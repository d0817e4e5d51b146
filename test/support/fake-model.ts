import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeModel {
  /** As the settings name it. */
  baseUrl: string;
  /** Prompts received, in order. */
  prompts: string[];
  headers: IncomingMessage['headers'][];
  /** How the next requests are answered. */
  answer(with_: (response: ServerResponse) => void): void;
  close(): Promise<void>;
}

/** A reply in the shape of `/chat/completions`. */
export function says(content: string): (response: ServerResponse) => void {
  return (response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
  };
}

/** A language model's server on this machine. It says whatever it is told to. */
export async function startFakeModel(): Promise<FakeModel> {
  let respond = says('{}');
  const prompts: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const sent = JSON.parse(body) as { messages: { content: string }[] };
      prompts.push(sent.messages[0]?.content ?? '');
      headers.push(request.headers);
      if (request.url === '/v1/chat/completions') respond(response);
      else response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    prompts,
    headers,
    answer: (with_) => {
      respond = with_;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
