import { startWords } from './words.ts';

/**
 * The only entry on Node. The database driver crashes without a word on an old Node, so the version is looked at
 * before anything that loads it is imported.
 */
const [mode = 'server', ...rest] = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(startWords.oldNode(process.versions.node));
  process.exitCode = 78;
} else if (mode === 'demo') {
  await (await import('./demo.ts')).startDemo(rest);
} else if (mode === 'cli') {
  process.exitCode = await (await import('../cli/main.ts')).runCli(rest, process.env);
} else {
  await (await import('./node.ts')).startServer();
}
