/** One question of an evaluation set, after it was asked. */
export interface Asked {
  /** Right entries; empty when the right reply is that nothing is on record. */
  relevant: readonly string[];
  /** What came back, best first. */
  found: readonly string[];
  confidence: number;
  /** The gate answered outright. */
  answered: boolean;
}

export interface Measures {
  queries: number;
  answerable: number;
  recall1: number;
  recall3: number;
  mrr10: number;
  auroc: number;
  precisionAtCoverage90: number;
  coverageAtPrecision95: number;
  falseAnswerRate: number;
}

/** Unanswerable questions count as this share of the traffic, however many a set has. */
const UNANSWERABLE_SHARE = 0.25;

/** Retrieval and abstention over a set; all figures are fractions, 0 where nothing can be measured. */
export function measure(asked: readonly Asked[]): Measures {
  const answerable = asked.filter((one) => one.relevant.length > 0);
  const unanswerable = asked.filter((one) => one.relevant.length === 0);
  const places = answerable.map((one) => one.found.findIndex((id) => one.relevant.includes(id)));
  const curve = coverageCurve(answerable, unanswerable);
  return {
    queries: asked.length,
    answerable: answerable.length,
    recall1: share(places, (place) => place === 0),
    recall3: share(places, (place) => place >= 0 && place < 3),
    mrr10: mean(places.map((place) => (place >= 0 && place < 10 ? 1 / (place + 1) : 0))),
    auroc: auroc(answerable, unanswerable),
    precisionAtCoverage90: curve.find((point) => point.coverage >= 0.9)?.precision ?? 0,
    coverageAtPrecision95: Math.max(
      0,
      ...curve.filter((point) => point.precision >= 0.95).map((p) => p.coverage),
    ),
    falseAnswerRate: share(unanswerable, (one) => one.answered),
  };
}

/** Precision of the given answers and share of answerable questions answered, as the threshold falls. */
function coverageCurve(answerable: readonly Asked[], unanswerable: readonly Asked[]) {
  if (answerable.length === 0) return [];
  const weight =
    unanswerable.length === 0
      ? 0
      : (answerable.length * UNANSWERABLE_SHARE) / (1 - UNANSWERABLE_SHARE) / unanswerable.length;
  const all = [...answerable, ...unanswerable].sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let given = 0;
  let covered = 0;
  return all.flatMap((one, i) => {
    const isAnswerable = one.relevant.length > 0;
    given += isAnswerable ? 1 : weight;
    covered += isAnswerable ? 1 : 0;
    right += one.found[0] !== undefined && one.relevant.includes(one.found[0]) ? 1 : 0;
    // Equal confidences cannot be told apart by a threshold.
    if (all[i + 1]?.confidence === one.confidence) return [];
    return [{ precision: right / given, coverage: covered / answerable.length }];
  });
}

/** How likely an answerable question has more confidence than an unanswerable one; ties count half. */
function auroc(answerable: readonly Asked[], unanswerable: readonly Asked[]): number {
  if (answerable.length === 0 || unanswerable.length === 0) return 0;
  const all = [...answerable, ...unanswerable].sort((a, b) => a.confidence - b.confidence);
  let ranks = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]?.confidence === all[start]?.confidence) end++;
    const tied = all.slice(start, end).filter((one) => one.relevant.length > 0).length;
    ranks += tied * ((start + 1 + end) / 2);
    start = end;
  }
  const n = answerable.length;
  return (ranks - (n * (n + 1)) / 2) / (n * unanswerable.length);
}

/** The value below which this share of the values lies. */
export function percentile(values: readonly number[], wanted: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * wanted))] ?? 0;
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
