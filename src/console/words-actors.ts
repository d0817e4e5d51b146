/** Who did something, where it was no person of the roster. */
export const actorWords = {
  system: '系统自动',
  cli: '命令行',
  gone: '名册外人员',
} as const;
