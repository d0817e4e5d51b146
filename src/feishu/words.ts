export const cardWords = {
  choose: '请选择',
} as const;
