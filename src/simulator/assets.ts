import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** Reads one file of the built page by its plain name; `undefined` when there is none. */
export type Assets = (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export function typeOf(name: string): string | undefined {
  return TYPES[extname(name)];
}

/** The folder the build wrote: `dist/simulator`. */
export function folderAssets(folder: string): Assets {
  return async (name) => {
    if (!/^[\w-]+\.(js|css)$/.test(name)) return undefined;
    try {
      return new Uint8Array(await readFile(join(folder, name)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  };
}
