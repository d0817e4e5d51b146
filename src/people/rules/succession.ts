/**
 * Whether following the successors of a unit leads back to it by way of others. A unit that keeps its code when a part is
 * split off is its own successor, which is no circle.
 */
export function leadsBack(unit: string, steps: readonly { unit: string; successor: string }[]): boolean {
  const seen = new Set<string>();
  const next = [unit];
  for (let code = next.pop(); code !== undefined; code = next.pop())
    for (const step of steps.filter((one) => one.unit === code && one.successor !== code)) {
      if (step.successor === unit) return true;
      if (!seen.has(step.successor)) next.push(step.successor);
      seen.add(step.successor);
    }
  return false;
}
