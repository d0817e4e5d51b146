/** Why a line of one of the books is refused. */
export const ledgerReasons = {
  badIndicator: '指标只能写：发文、会议',
  badNumber: '文号请写成“市农〔2025〕3号”这样',
  badDay: '日期请写成 2025-03-05 这样',
  badYear: '年份请写四位数，如 2025',
  badMark: (known: readonly string[]) => `备注只能写：${known.join('、')}，没有就留空`,
  badRange: (word: string) => `“${word}”不是单位编码，也不是层级（市直、县区直、乡镇街道、村社区、两办）`,
  needsDay: '没有文号的请写日期',
  secretTitle: '涉密的只写文号，不要写标题',
  self: '受文单位和发文单位是同一个',
  closed: (year: number) => `${year}年已对账结束，不能再改`,
};
