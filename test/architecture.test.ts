import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Source {
  /** `src/counts/rules/pace.ts` */
  path: string;
  folder: string;
  code: string;
  imports: string[];
}

const sources: Source[] = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => {
    const path = relative(root, join(entry.parentPath, entry.name));
    const code = readFileSync(join(root, path), 'utf8');
    const imports = [...code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
    return { path, folder: path.split('/')[1] ?? '', code, imports };
  });

/** `src/counts/window.ts`, `db/schema/index.ts`, or a package name. */
function resolve(source: Source, target: string): string {
  return target.startsWith('.') ? relative(root, join(root, source.path, '..', target)) : target;
}

const FEATURES = ['policy', 'counts', 'warnings', 'visits', 'filings', 'voice', 'system'];
const BASE = ['kernel', 'store', 'chat', 'people', 'delivery'];

/** Folder → folders of `src` it may import, itself included by nature. */
const MAY_IMPORT: Record<string, string[]> = {
  kernel: [],
  store: ['kernel'],
  chat: ['kernel', 'store', 'people', 'delivery'],
  people: ['kernel', 'store', 'chat'],
  delivery: ['kernel', 'store', 'chat', 'people'],
  ...Object.fromEntries(FEATURES.map((feature) => [feature, BASE])),
  jobs: BASE,
  feishu: ['kernel', 'chat'],
  web: [...BASE, 'feishu', 'jobs', 'system'],
  console: [...BASE, ...FEATURES, 'jobs', 'features.ts'],
  simulator: ['kernel', 'chat', 'feishu'],
};

/** Runtime packages and the only places that may import them. */
const HOMES: Record<string, RegExp> = {
  'better-sqlite3': /^src\/store\//,
  'drizzle-orm/d1': /^src\/store\//,
  'node-cron': /^src\/main\/node\.ts$/,
  '@hono/node-server': /^src\/(main\/|simulator\/)/,
  '@larksuiteoapi/node-sdk': /^src\/feishu\//,
  'chinese-days': /^src\/main\/calendar\.ts$/,
  fflate: /^src\/system\/workbook\//,
  'read-excel-file': /^src\/system\/workbook\//,
  'write-excel-file': /^src\/(system\/workbook|counts)\//,
  'prom-client': /^src\/web\//,
  'markdown-it': /^src\/simulator\//,
  '@visactor/vchart': /^src\/(simulator|console)\//,
};

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}

describe('who may import whom', () => {
  it.each(sources.map((source) => [source.path, source] as const))('%s', (_, source) => {
    const allowed = MAY_IMPORT[source.folder];
    for (const target of source.imports.map((name) => resolve(source, name))) {
      const home = Object.entries(HOMES).find(([name]) => target === name || target.startsWith(`${name}/`));
      if (home) expect(source.path, `${target} has another home`).toMatch(home[1]);
      if (!allowed || !target.startsWith('src/')) continue;
      const folder = target.split('/')[1] ?? '';
      if (folder === source.folder) continue;
      const window = source.folder === 'warnings' && target === 'src/counts/window.ts';
      expect(window || allowed.includes(folder), `${source.path} imports ${target}`).toBe(true);
    }
  });

  it('kernel knows no package but zod', () => {
    for (const source of sources.filter((s) => s.folder === 'kernel')) {
      const foreign = source.imports.filter((name) => !name.startsWith('./') && name !== 'zod');
      expect(foreign, source.path).toEqual([]);
    }
  });

  it('rules are pure: kernel and siblings only, no async, no clock', () => {
    for (const source of sources.filter((s) => s.path.includes('/rules/'))) {
      for (const target of source.imports.map((name) => resolve(source, name))) {
        expect(target, source.path).toMatch(/^(src\/kernel\/|src\/([a-z-]+\/)+rules\/|zod$)/);
      }
      expect(withoutComments(source.code), source.path).not.toMatch(/\basync\b|\bawait\b/);
    }
  });
});

describe('what stands only in its place', () => {
  const usesDatabase = (source: Source) =>
    source.imports.some((name) => /drizzle|\/store\/|schema/.test(name));
  const inMain = (source: Source) => source.folder === 'main';
  const inBrowser = (source: Source) => source.path.startsWith('src/simulator/page/');

  it('clock, ids, randomness and settings are passed in', () => {
    for (const source of sources.filter((s) => !inMain(s) && !inBrowser(s))) {
      expect(withoutComments(source.code), source.path).not.toMatch(
        /new Date\(\)|Date\.now|Math\.random|randomUUID|process\.env/,
      );
    }
  });

  it('drivers are called in store only', () => {
    for (const source of sources.filter((s) => s.folder !== 'store' && usesDatabase(s))) {
      expect(withoutComments(source.code), source.path).not.toMatch(
        /\.transaction\(|\.(run|all|get)\(\)|\bdb\.(run|all|get)\(/,
      );
    }
  });

  it('Chinese shown to people stands in words, Chinese that is read in lexicons', () => {
    const home =
      /(\/words(-[a-z]+)?\.ts|\/words\/.*|\/lexicon(-[a-z]+)?\.ts|\/sheets?(-[a-z]+)?\.ts|\/sheets\/.*)$/;
    const exempt = /^src\/(console|simulator)\/|^src\/kernel\/number\.ts$/;
    for (const source of sources.filter((s) => !home.test(s.path) && !exempt.test(s.path))) {
      const line = withoutComments(source.code)
        .split('\n')
        .find((text) => /[\u4e00-\u9fff]/.test(text));
      expect(line, source.path).toBeUndefined();
    }
  });
});

describe('size', () => {
  it('files stay short: 95 % below 260 lines, none above 400', () => {
    const lengths = sources.map((s) => s.code.split('\n').length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length * 0.95)]).toBeLessThan(260);
    expect(lengths.at(-1)).toBeLessThan(400);
  });
});
