import { checkAll } from './checks.ts';
import { liveYear } from './run.ts';
import { checkLines, messageTable } from './table.ts';

const year = await liveYear();
const checks = checkAll(year);
console.log(messageTable(year.hall.letters));
console.log(checkLines(checks).join('\n'));
process.exitCode = checks.every(({ failures }) => failures.length === 0) ? 0 : 1;
