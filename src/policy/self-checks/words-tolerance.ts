/** RC-09: situations that rules elsewhere list as such that may be tolerated. */
export const positive = [
  '经民主决策，落实上级部署时出现偏差',
  '先行先试，缺乏经验',
  '突发、急难险重任务中临机处置',
  '处理历史遗留问题',
  '主动挽回了损失',
] as const;

/** RC-10: situations that rules elsewhere exclude. */
export const negative = [
  '谋取私利',
  '明知故犯',
  '上级明令禁止后仍不改',
  '造成重大安全责任事故',
  '弄虚作假',
] as const;

/** RC-03. */
export const distinctions = [
  '推进改革中缺经验、先行先试的失误，不是明知故犯的违纪违法',
  '上级尚无明确限制的探索性试验中的失误，不是明令禁止后仍我行我素',
  '推动发展的无意过失，不是谋取私利的违纪违法',
] as const;

export const toleranceWords = {
  title: '容错自查',
  resultTitle: '容错自查：对照结果',
  intro: '对照一下您的情况，符合的打勾，没有的不用管。',
  positive: '正面清单',
  negative: '负面清单',
  distinctions: '三个区分开来',
  noVerdict: '这只是对照，不是结论：能不能容，由有权机关按程序认定，我不判断。',
  matchedPositive: '对上的正面情形',
  matchedNegative: '对上的负面情形',
  matchedDistinctions: '“三个区分开来”里对上的',
  nothing: '没有勾选情形。下面的程序供参考。',
  negativeMeaning: '是不是真属于这类、影响有多大，同样由有权机关认定；申请时请如实说明。',
  premises: '基本前提（外地办法归纳）：出于公心、勤勉尽责、没谋私利、不违反党纪国法底线，并及时纠正。',
  prepareTitle: '申请时说什么、带什么',
  looks:
    '研判常看六点（外地例：陕西省办法）：动机态度、客观条件、程序方法、性质程度、后果影响、挽回损失。申请时按这六点说清楚。',
  steps: '申请提出 → 调查核实 → 结论认定 → 启动纠错',
  materials:
    '常备材料：申请书、事情经过、决策依据和会议纪要、程序证据、没谋私利说明、补救情况（通行做法，以本地要求为准）。',
  who: '谁来认定',
  whoText: '常见“谁追责问责、谁负责容错”，由追责机关按干部管理权限认定（外地例）',
  office: '纪委监委、组织部门',
  /** Columns of LOC-18. */
  officeColumns: { office: '机关', phone: '电话' },
  localTitle: '容错办法的本地正负面清单',
  /** What stands in the text with its own label is not named once more. */
  factIds: ['RC-02', 'RC-03', 'RC-09', 'RC-10'],
};
