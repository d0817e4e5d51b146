import type { Indicator } from '../../rules/indicator.ts';

/**
 * What counts as a document, a meeting, an inspection (domain 3.1 to 3.3). `counted`: it is 1 in the month's figure;
 * the others are registered apart, so that they can be looked up and are never asked for again.
 */
export const KINDS = {
  document: {
    /** 意见、通知、通报、决定 … */
    general: { counted: true },
    /** 转发、批转: 1, with or without new demands. */
    forwarded: { counted: true },
    telegram: { counted: true },
    /** 白头件、便笺、工作提示 that give tasks: counted, or rules would be got round (BR-21). */
    unnumbered: { counted: true },
    /** 人事任免、表彰、机构编制批复、个案批复. */
    decision: { counted: false },
    /** 请示、报告、平行函、议案、内部纪要. */
    upward: { counted: false },
  },
  meeting: {
    convened: { counted: true },
    /** The yearly meeting of a department's whole field. */
    system: { counted: true },
    video: { counted: true },
    /** After a higher level's video meeting the own level goes on for more than 30 minutes. */
    continued: { counted: true },
    /** 以培训名义布置工作. */
    tasked: { counted: true },
    /** 讨论、协调、座谈 (三个多开): apart, and no warning ever comes of them. */
    discussion: { counted: false },
    listened: { counted: false },
    /** 常委会、常务会、党组会、全会、理论学习 … */
    statutory: { counted: false },
    training: { counted: false },
  },
  inspection: {
    comprehensive: { counted: true },
    single: { counted: true },
    /** 暗访、四不两直: counted for the organiser only, who is the one that registers. */
    unannounced: { counted: true },
    /** 日常执法、信访核查、纪检办案. */
    routine: { counted: false },
  },
} as const satisfies Record<Indicator, Record<string, { counted: boolean }>>;

export type Kind = { [I in Indicator]: keyof (typeof KINDS)[I] }[Indicator];

export function kindsOf(indicator: Indicator): Kind[] {
  return Object.keys(KINDS[indicator]) as Kind[];
}

/** The kind that most items are of; what the form starts with. */
export function usualKind(indicator: Indicator): Kind {
  return kindsOf(indicator)[indicator === 'inspection' ? 1 : 0] as Kind;
}

/** False as well for a kind that the indicator does not have. */
export function isCounted(indicator: Indicator, kind: string): boolean {
  const kinds: Record<string, { counted: boolean }> = KINDS[indicator];
  return kinds[kind]?.counted === true;
}
