import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whether this file runs from `src` or from the bundle in `dist`. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

export const migrationsFolder = join(projectRoot, 'db', 'migrations');

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}
