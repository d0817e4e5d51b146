import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Order, Report } from './orders.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The process under test. It may be dead for a while; whoever needs it alive asks for it. */
export interface Subject {
  start(): Promise<void>;
  /** SIGKILL, and gone when this resolves. */
  kill(): Promise<void>;
  isAlive(): boolean;
  /** @throws ProcessEnded when it is dead or dies of it */
  order(order: Order): Promise<void>;
  /** Gives orders to the process that lives now, and to none that comes after it. */
  inThisLife(): (order: Order) => Promise<void>;
  /** Resident bytes after a collection of garbage. */
  memory(): Promise<number>;
  /** Lines of its log, whatever life they came from. */
  errors(): readonly string[];
  /** Milliseconds from the start of each life to its first answer. */
  starts(): readonly number[];
}

export class ProcessEnded extends Error {}

/** Bundled once: a life of half a second should not spend two on compiling. */
export async function buildServer(name: string): Promise<{ file: string; remove(): void }> {
  const outdir = join(root, 'dist', name);
  await build({
    absWorkingDir: root,
    entryPoints: ['test/torture/server.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir,
    logLevel: 'warning',
  });
  return { file: join(outdir, 'server.js'), remove: () => rmSync(outdir, { recursive: true, force: true }) };
}

/** @param args of `server.ts`, asked for at every start */
export function subjectOf(file: string, args: () => readonly string[]): Subject {
  let child: ChildProcess | undefined;
  const errors: string[] = [];
  const starts: number[] = [];
  const alive = () => child !== undefined && child.exitCode === null && child.signalCode === null;

  function heard<K extends Report['kind']>(kind: K): Promise<Report & { kind: K }> {
    const own = child;
    return new Promise((resolve, reject) => {
      const hear = (report: Report) => {
        if (report.kind !== kind) return;
        own?.off('message', hear);
        own?.off('exit', die);
        resolve(report as Report & { kind: K });
      };
      const die = () => reject(new ProcessEnded(`before it said ${kind}`));
      own?.on('message', hear);
      own?.once('exit', die);
    });
  }

  async function order(given: Order): Promise<void> {
    if (!alive()) throw new ProcessEnded(`before ${given.kind}`);
    const done = heard('done');
    // Its end is heard of by `heard`.
    child?.send(given, () => undefined);
    await done;
  }

  return {
    isAlive: alive,
    errors: () => errors,
    starts: () => starts,
    async start() {
      const from = performance.now();
      child = spawn(process.execPath, ['--expose-gc', file, ...args()], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      child.stderr
        ?.setEncoding('utf8')
        .on('data', (chunk: string) => errors.push(...chunk.split('\n').filter(Boolean)));
      await heard('ready');
      starts.push(performance.now() - from);
    },
    async kill() {
      if (!child || !alive()) return;
      const gone = new Promise((resolve) => child?.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
    order,
    inThisLife() {
      const own = child;
      return (given) => (child === own ? order(given) : Promise.reject(new ProcessEnded('in another life')));
    },
    async memory() {
      const told = heard('memory');
      child?.send({ kind: 'memory' } satisfies Order);
      return (await told).bytes;
    },
  };
}
