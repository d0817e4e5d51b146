import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Directory } from '../../../src/simulator/wire.ts';

const PROGRAM = fileURLToPath(new URL('../../../dist/main/start.js', import.meta.url));
const STARTED_WITHIN_MS = 20_000;

/** The demo as people run it, in a process and a folder of its own. */
export interface Demo {
  url: string;
  /** open_id of the person with this post, e.g. `市委组织部 干部科`; the first of several. */
  seat(title: string): string;
  /** Moves business time, as the README's `curl` does. */
  clock(shanghai: string): Promise<void>;
  /** What this person's bot has sent, newest last. */
  received(openId: string): Promise<{ text: string }[]>;
  stop(): Promise<void>;
  /** Starts again on the same port, with the data of before. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function startDemo(): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'qingfu-demo-'));
  const port = await freePort();
  const site = `http://127.0.0.1:${port}`;
  let running: ChildProcess | undefined;
  let directory: Directory | undefined;

  const start = async () => {
    running = spawn(process.execPath, [PROGRAM, 'demo'], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await said(running, site);
    directory = (await (await fetch(`${site}/simulator/api/people`)).json()) as Directory;
  };
  const stop = async () => {
    const child = running;
    running = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  await start();

  return {
    url: `${site}/simulator`,
    seat(title) {
      const person = directory?.people.find((one) => one.title === title);
      if (!person) throw new Error(`nobody is ${title}`);
      return person.openId;
    },
    async clock(shanghai) {
      const response = await fetch(`${site}/simulator/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now: `${shanghai}:00+08:00` }),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    received: async (openId) =>
      (await (await fetch(`${site}/simulator/messages?open_id=${openId}`)).json()) as { text: string }[],
    stop,
    start,
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when the program has written this; it has an end in any case. */
function said(child: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the demo did not start:\n${output}`));
    }, STARTED_WITHIN_MS);
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        if (!output.includes(text)) return;
        clearTimeout(late);
        resolve();
      });
    child.once('close', (code) => {
      clearTimeout(late);
      reject(new Error(`the demo ended with ${code}:\n${output}`));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
