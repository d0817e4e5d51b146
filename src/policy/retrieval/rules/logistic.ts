/** One observation: features, whether it holds, and how much it counts. */
export interface Sample {
  features: readonly number[];
  holds: boolean;
  weight: number;
}

/** Keeps weights small where the samples say little. */
const RIDGE = 1e-3;

/** Newton's method is there long before. */
const STEPS = 40;

/** Weights of a logistic model, the constant first. Samples must not be empty. */
export function fitLogistic(samples: readonly Sample[]): number[] {
  const size = (samples[0]?.features.length ?? 0) + 1;
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  let weights = Array.from({ length: size }, () => 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((w, i) => (i === 0 ? 0 : RIDGE * w));
    const hessian: number[][] = weights.map((_, i) => weights.map((__, j) => (i === j ? RIDGE : 0)));
    for (const { features, holds, weight } of samples) {
      const x = [1, ...features];
      const p = 1 / (1 + Math.exp(-dot(weights, x)));
      const share = weight / total;
      x.forEach((a, i) => {
        gradient[i] = (gradient[i] ?? 0) + share * (p - Number(holds)) * a;
        const row = hessian[i] ?? [];
        x.forEach((b, j) => {
          row[j] = (row[j] ?? 0) + share * p * (1 - p) * a * b;
        });
      });
    }
    const change = solve(hessian, gradient);
    weights = weights.map((w, i) => w - (change[i] ?? 0));
  }
  return weights;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Gauss-Jordan with pivoting; the ridge keeps the matrix regular. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const pivot = rows
      .slice(column)
      .reduce(
        (best, row, i) =>
          Math.abs(row[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? column + i : best,
        column,
      );
    const chosen = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    const scale = chosen[column] ?? 1;
    const unit = chosen.map((value) => value / scale);
    rows[column] = unit;
    for (let other = 0; other < size; other++) {
      if (other === column) continue;
      const factor = rows[other]?.[column] ?? 0;
      rows[other] = (rows[other] ?? []).map((value, k) => value - factor * (unit[k] ?? 0));
    }
  }
  return rows.map((row) => row[size] ?? 0);
}
