import { FAULTS, torture } from './run.ts';

/** Every fault comes so often. */
const EACH = 8;

/** `npm run torture`: some minutes; prints what was done and what held, ends with 1 when something did not. */
const seed = Date.now() % 1_000_000;
const { kills, faults, checks, memory, startMs } = await torture({
  name: 'torture',
  kills: 200,
  faults: Array.from({ length: EACH }, () => Object.keys(FAULTS) as (keyof typeof FAULTS)[]).flat(),
  awayDay: true,
  calmSeconds: 60,
  seed,
  tell: (line) => console.error(line),
});

console.log(
  `seed ${seed}: ${kills} times SIGKILL under load; a start takes ${startMs.toFixed(0)} ms (median)`,
);
for (const [fault, times] of Object.entries(faults)) console.log(`${String(times).padStart(4)} × ${fault}`);
console.log(
  `memory: ${memory.before.toFixed(0)} MB before, ${memory.after.toFixed(0)} MB after the calm load`,
);
for (const { says, counted, failures } of checks) {
  console.log(`${failures.length === 0 ? 'holds ' : 'BROKEN'}  ${says} (${counted})`);
  for (const failure of failures.slice(0, 20)) console.log(`          ${failure}`);
}
process.exit(checks.some(({ failures }) => failures.length > 0) ? 1 : 0);
