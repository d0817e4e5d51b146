interface Problem {
  number: string;
  phrase: string;
  found: string;
}

/** What the operator reads of questions and answers. */
export const policyWords = {
  askUsage: '"<问题>" [--as <open_id>] [--at <时刻>]',
  question: '问题',
  evalUsage: '<文件夹> [--typos <每问同音错字数>]',
  badTypos: '--typos 后面写 0 到 9 的整数',
  folder: '文件夹',
  trainUsage: '[<问题.jsonl> …] [<文件夹> …]',
  trained: (file: string) => `已写入 ${file}，请重新构建。`,
  cannotRead: (file: string) => `读不到文件：${file}`,
  badLine: (file: string, line: number) => `${file} 第 ${line} 行格式不对，没有评测。`,
  phraseProblem: {
    not_found: ({ number, phrase, found }: Problem) =>
      `${number} 用“${phrase}”找不到${found ? `，先找到的是 ${found}` : ''}。`,
    wrongly_found: ({ number, phrase }: Problem) => `${number} 不该被“${phrase}”找到。`,
  },
  checked: (entries: number, phrasings: number, counterExamples: number, problems: number) =>
    `共 ${entries} 条，问法 ${phrasings} 个，反例 ${counterExamples} 个，${problems === 0 ? '全部对得上。' : `有 ${problems} 处不对。`}`,
};
