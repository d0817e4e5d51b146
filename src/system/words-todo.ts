export const todoWords = {
  failed: (recipients: number) => `近 7 天有 ${recipients} 个收件人没有收到消息`,
  resend: '只补发给没收到的',
  confirmTitle: '补发',
  confirm: (recipients: number) =>
    `只发给这 ${recipients} 个收件人，其他人不再收到。个别消息可能其实已到，会重复一次。`,
  resent: (recipients: number) => `已排队补发给 ${recipients} 个收件人，工作时间内发出。`,
  nothing: '没有要补发的了。',
};
