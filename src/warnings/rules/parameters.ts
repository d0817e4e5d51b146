/** Where a rule begins to speak: a note (level 1) and a warning (level 2). */
export interface Steps {
  note: number;
  warning: number;
}

/** Thresholds of domain 4.2, the defaults of the project; another set gets another version. */
export interface Parameters {
  version: string;
  /** c: share of the level's units whose figures are in; never below 95 % (burden rules, section 3). */
  completeFrom: number;
  /** No grading before this month of the year. */
  fromMonth: number;
  /** Forecasts against the cap count from this month on. */
  forecastFromMonth: number;
  /** g, as a fraction: 3 and 8 percentage points. */
  pace: Steps;
  /** y */
  yearOnYear: Steps;
  /** Months in a row above last year's. */
  rising: Steps;
  /** s */
  quarterEnd: number;
  /** F/C */
  forecast: Steps;
  /** u */
  unplanned: number;
  /** Notes of one unit and indicator within a quarter that make a warning. */
  repeats: number;
  /** Months in a row without a trigger of its level before a level is lowered by one. */
  calmMonths: number;
  /** Level of the city or county as a whole from which on its units' notes are covered; 4 is never. */
  coveredFrom: number;
  /** Rules that are switched off. */
  offRules: string[];
  /** Indicators that are not warned about. */
  offIndicators: string[];
}

export const DEFAULTS: Parameters = {
  version: '1',
  completeFrom: 0.95,
  fromMonth: 3,
  forecastFromMonth: 6,
  pace: { note: 0.03, warning: 0.08 },
  yearOnYear: { note: 0.05, warning: 0.1 },
  rising: { note: 2, warning: 3 },
  quarterEnd: 0.45,
  forecast: { note: 1.03, warning: 1.08 },
  unplanned: 0.2,
  repeats: 2,
  calmMonths: 2,
  coveredFrom: 3,
  offRules: [],
  offIndicators: [],
};
