import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The program as `npm run build` makes it, in a folder of its own so that test files may build side by side. */
export async function buildProgram(name: string): Promise<{ start: string; remove(): void }> {
  const outdir = join(root, 'dist', `test-${name}`);
  await build({
    absWorkingDir: root,
    entryPoints: ['src/main/start.ts'],
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir,
    logLevel: 'warning',
  });
  return {
    start: join(outdir, 'start.js'),
    remove: () => rmSync(outdir, { recursive: true, force: true }),
  };
}

export interface Running {
  child: ChildProcess;
  /** Everything it wrote so far. */
  output(): string;
  /** Resolves with the exit code. */
  exit: Promise<number | null>;
  /** Resolves when this has been written. @throws when the process ends before. */
  said(text: string): Promise<void>;
}

/** Starts the program with these settings and no others; killed at the end of the test at the latest. */
export function run(
  file: string,
  args: readonly string[],
  environment: Record<string, string>,
  options: { cwd?: string; nodeArgs?: string[] } = {},
): Running {
  const child = spawn(process.execPath, [...(options.nodeArgs ?? []), file, ...args], {
    cwd: options.cwd ?? root,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let heard = () => {};
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      heard();
    });
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    child,
    output: () => output,
    exit,
    said: (text) =>
      new Promise((resolve, reject) => {
        heard = () => {
          if (output.includes(text)) resolve();
        };
        heard();
        void exit.then((code) => reject(new Error(`ended with ${code}:\n${output}`)));
      }),
  };
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qingfu-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Keeps a port busy until the end of the test. */
export function busyPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      onTestFinished(() => void server.close());
      resolve((server.address() as { port: number }).port);
    });
  });
}

export async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}
