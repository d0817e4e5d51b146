/** Why a row of the sheet 政策问答 that names a successor is refused. */
export const successorWords = {
  unknownQuestion: (number: string) => `没有编号为 ${number} 的另一条问题，替代编号要写新条目的编号。`,
  replacedWithoutEnd: '写了替代编号，就要写这一条的失效日。',
};
