export const VOICE_KINDS = ['complaint', 'suggestion', 'relief'] as const;

/** 投诉, 建议, 减负反馈. */
export type VoiceKind = (typeof VOICE_KINDS)[number];
