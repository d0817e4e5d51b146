/** Why a row of the sheet of synonyms is refused. */
export const synonymWords = {
  tooShort: (word: string) => `“${word}”只有一个字，会误伤别的词，请写两个字以上。`,
  tooLong: (most: number) => `最多 ${most} 个字。`,
  badCharacters: (word: string) => `“${word}”里只能有汉字、字母、数字和 %。`,
  same: (word: string) => `“${word}”和规范词相同。`,
  taken: (said: string, official: string, row: number) =>
    `“${said}”在第 ${row} 行已写作“${official}”的又称，只能归一个规范词。`,
  takenBefore: (said: string, official: string) =>
    `“${said}”已经是“${official}”的又称；要改归别的词，请把“${official}”那一行也放进来，去掉它。`,
  officialIsSaid: (official: string, further: string) =>
    `“${official}”自己又是“${further}”的又称，请直接写“${further}”。`,
  saidIsOfficial: (said: string, below: string) =>
    `“${said}”自己是规范词（下面有“${below}”），请把它的又称直接写到这一行。`,
  badSwitch: '只能写“是”或“否”，不写等于“是”。',
  on: '是',
  off: '否',
};
