import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { root } from './stage.ts';

/** Workers limits: 3 MB compressed on the free plan, 10 MB on the paid one. */
const MOST_BYTES = 3_000_000;

it('is built for deployment: small enough, and without what only Node can run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingfu-worker-'));
  try {
    const meta = join(folder, 'meta.json');
    const wrangler = join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js');
    await promisify(execFile)(
      process.execPath,
      [wrangler, 'deploy', '--dry-run', '--outdir', folder, '--metafile', meta],
      { cwd: root, env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
    );
    expect(gzipSync(readFileSync(join(folder, 'worker.js'))).length).toBeLessThan(MOST_BYTES);
    const inputs = Object.keys((JSON.parse(readFileSync(meta, 'utf8')) as { inputs: object }).inputs);
    expect(inputs).toContain('src/main/worker.ts');
    const nodeOnly =
      /node_modules\/(better-sqlite3|node-cron|@hono\/node-server|@visactor|markdown-it)\/|src\/simulator\/|src\/cli\/|long-connection|db\/seed\/demo/;
    expect(inputs.filter((input) => nodeOnly.test(input))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
