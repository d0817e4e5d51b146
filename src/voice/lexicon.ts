import type { VoiceKind } from './rules/kind.ts';

/** Sent alone, these open the form. */
export const OPENING: Record<VoiceKind, string[]> = {
  complaint: ['投诉', '我要投诉', '我想投诉'],
  suggestion: ['建议', '我有建议', '我要提建议', '提建议', '意见建议', '投诉建议'],
  relief: ['减负反馈', '反馈', '我要反馈'],
};

/** The same with what is to be said behind it; questions about complaining ("投诉怎么处理") are none. */
export const OPENING_WITH_TEXT: Record<VoiceKind, RegExp> = {
  complaint: /^(?:匿名|我要|我想)?投诉[\s:：,，]+([\s\S]+)$/u,
  suggestion: /^(?:我要提|我有|提)?(?:个|一条)?建议[\s:：,，]+([\s\S]+)$/u,
  relief: /^(?:减负反馈|我要反馈)[\s:：,，]+([\s\S]+)$/u,
};

const NUMBER =
  '[TJFtjfＴＪＦｔｊｆ][\\s\\-－—]?[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{4}[\\s\\-－—]?[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{4}';

export const STATUS_WORDS = ['查受理号', '受理号', '我的反馈', '我的投诉', '我的建议'];

/** 查受理号 T-7K3M-9QXD, 进度 t7k3m9qxd, or the number alone. */
export const STATUS = new RegExp(
  `^(?:查询?|查一下)?(?:受理号|办理进度|投诉进度|进度)?[\\s:：是]*(${NUMBER})[\\s。.!！?？]*$|^查?受理号[\\s:：是]+(.{1,40})$`,
  'u',
);

/** The offices by the names people use instead of those on the roster. */
export const OFFICES_MEANT = {
  county: /(?:县区?|区)(?:里)?(?:的)?(?:两办|委办|政府办|府办)/u,
  city: /市(?:里)?(?:的)?(?:两办|委办|政府办|府办)/u,
};
