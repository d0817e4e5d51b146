/** Thresholds of domain 4.2, the defaults of the project; another set gets another version. */
export interface Parameters {
  version: string;
  /** No grading before this month of the year. */
  fromMonth: number;
  /** Forecasts against the cap count from this month on. */
  forecastFromMonth: number;
  /** g, as a fraction: 3 and 8 percentage points. */
  pace: { note: number; warning: number };
  /** y */
  yearOnYear: { note: number; warning: number };
  /** Months in a row above last year's. */
  rising: { note: number; warning: number };
  /** s */
  quarterEnd: number;
  /** F/C */
  forecast: { note: number; warning: number };
  /** u */
  unplanned: number;
  /** Notes of one unit and indicator within a quarter that make a warning. */
  repeats: number;
}

export const DEFAULTS: Parameters = {
  version: '1',
  fromMonth: 3,
  forecastFromMonth: 6,
  pace: { note: 0.03, warning: 0.08 },
  yearOnYear: { note: 0.05, warning: 0.1 },
  rising: { note: 2, warning: 3 },
  quarterEnd: 0.45,
  forecast: { note: 1.03, warning: 1.08 },
  unplanned: 0.2,
  repeats: 2,
};
