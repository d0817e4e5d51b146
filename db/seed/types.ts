/** One row of the fact table: the only things an answer may state. */
export interface Fact {
  /** `BT-03`; stable, never reused. */
  id: string;
  text: string;
  /** The figures of the text once more, as they are checked; empty when there are none. */
  figures: string;
  /** Where it stands, with number and date as far as known. */
  source: string;
  /**
   * `seed`: the city's own report; `public`: a published document; `general`: common practice, unconfirmed, hedged;
   * `derived`: computed; `product`: a rule of this bot; `missing`: mentioned by the report without contents.
   */
  confidence: 'seed' | 'public' | 'general' | 'derived' | 'product' | 'missing';
  /** Another province's rule, cited only when asked for and labelled. */
  example: boolean;
  /** Local figures (LOC-01 …) that only the city or county can fill in. */
  local: string[];
}

/** A starter question as published in a fresh database. */
export interface StarterQuestion {
  /** `BT01`, unique. */
  number: string;
  question: string;
  /** At least five ways cadres say it. */
  like: string[];
  /** Near questions that must not find it. */
  unlike: string[];
  /** Conclusion, basis and date, whom to ask; about 200 characters. */
  answer: string;
  document: string;
  documentNumber: string;
  clause: string;
  validFrom: string;
  validUntil: string;
  office: string;
  phone: string;
  topic: string;
  factIds: string[];
  /** The answer is complete only with these; while they are missing the bot says so and who can fill them in. */
  localFigures: string[];
}

/** What only the local administrator can enter, and who knows it. */
export interface LocalFigureKind {
  code: string;
  title: string;
  /** What to enter, and the checks it must pass. */
  fields: string;
  office: string;
}

/** Ways of saying one official word. */
export interface StarterSynonyms {
  official: string;
  said: string[];
  /** What kind of words they are: 简称, 拼音, 错字 … */
  note: string;
}
