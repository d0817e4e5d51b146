/** What warnings may know of the counts: read-only (architecture section 3). */

export { statisticsOfYear, totalsOfLastYear } from './grounds-year.ts';
export { countyOf, indicatorOf } from './lexicon.ts';
export { type Grounds, readGrounds, type UnitGrounds } from './read-grounds.ts';
export { findCounties } from './repo.ts';
export { INDICATORS, type Indicator } from './rules/indicator.ts';
export { decimal, percent } from './rules/rounding.ts';
export type { Statistics } from './rules/statistics.ts';
export { indicatorNames, measureWords, monthText } from './words.ts';
export { levelName, points } from './words-report.ts';
