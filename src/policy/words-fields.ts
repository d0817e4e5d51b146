/** What the parts of an entry are called, in the workbook, in forms and in what is said about them. */
export const fieldNames = {
  question: '标准问题',
  like: '相似问法',
  unlike: '不应命中',
  answer: '答复',
  document: '依据文件',
  documentNumber: '文号',
  clause: '条款',
  validFrom: '施行日',
  validUntil: '失效日',
  units: '适用单位编码',
  office: '责任科室',
  phone: '电话',
  topic: '主题',
  factIds: '事实编号',
  localFigures: '本地标准编号',
  replacedBy: '替代编号',
} as const;
