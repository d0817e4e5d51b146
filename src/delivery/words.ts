export const words = {
  optOut: '不再收这类消息',
  digestTitle: (count: number) => `今天有 ${count} 件事`,
  digestOpen: '打开',
  digestHint: '几件事赶在一起，并成一张卡，不再一条条发。办好的点开会提示。',
  digestGone: '这件事已经办好或过了时间，不用再管。',
  rudenessTitle: '一条消息没有发出',
  rudeness: (kind: string, rule: string) =>
    `系统拟发的消息（类别 ${kind}）触碰减负规则 ${rule} 的用语检查，已拦下，没有发给任何人。`,
  rudenessNext: '请转告系统维护人员修改这类消息的措辞；当天同类消息不再另行提醒。',
};
