export interface Assessment {
  number: string;
  year: number;
  targets: readonly string[];
}

/**
 * A township or subdistrict may have one comprehensive assessment a year (BR-27).
 * @param assessments comprehensive ones only, those already filed first.
 * @returns what comes second, with the number it collides with.
 */
export function secondComprehensive(
  assessments: readonly Assessment[],
  townships: ReadonlySet<string>,
): { number: string; township: string; year: number; other: string }[] {
  const first = new Map<string, string>();
  return assessments.flatMap(({ number, year, targets }) =>
    targets
      .filter((unit) => townships.has(unit))
      .flatMap((township) => {
        const key = `${township} ${year}`;
        const other = first.get(key);
        if (other === undefined) first.set(key, number);
        return other === undefined || other === number ? [] : [{ number, township, year, other }];
      }),
  );
}
