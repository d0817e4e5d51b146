/** 撞期 7月, 撞期 下周. */
export const clashPattern = /^撞期(?:提示)?[\s:：]+(.+)$/u;

/** 来访次数 上半年, 频次 6月. */
export const timesPattern = /^(?:来访次数|频次)[\s:：]+(.+)$/u;
