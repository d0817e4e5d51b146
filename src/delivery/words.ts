export const words = {
  rudenessTitle: '一条消息没有发出',
  rudeness: (kind: string, rule: string) =>
    `系统拟发的消息（类别 ${kind}）触碰减负规则 ${rule} 的用语检查，已拦下，没有发给任何人。`,
  rudenessNext: '请转告系统维护人员修改这类消息的措辞；当天同类消息不再另行提醒。',
};
