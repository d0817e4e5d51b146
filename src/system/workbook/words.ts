/** Everything the import and the export say. */

export const fileWords = {
  notXlsx: '这不是 xlsx 工作簿。旧版 xls 或加了密码的文件，请先另存为不加密的 xlsx 再导入。',
  damaged: '工作簿已损坏，打不开。请用表格软件打开、另存为 xlsx 后再导入。',
  tooBig: (megabytes: number) => `工作簿超过 ${megabytes} MB，请拆成几个文件分次导入。`,
  tooBigUnpacked: '工作簿展开后过大，请删去图片和多余的格式，或拆成几个文件分次导入。',
  tooManyRows: (limit: number) =>
    `表格用到第 ${limit} 行以下，超出一次能导入的行数。请删去下方多余的行，或拆成几个文件分次导入。`,
  tooManyColumns: (limit: number) => `表格用到第 ${limit} 列以右，请删去右侧多余的列。`,
  empty: '工作簿里没有可以导入的数据。',
};

export const cellWords = {
  formula: '这一格是公式。请先“复制—选择性粘贴—数值”，再导入。',
  merged: '这里有合并单元格。请取消合并，每行每列都写上内容。',
  error: '这一格是出错的公式（如 #N/A）。请改成实际内容。',
  identity: '这里像是身份证号。系统不收身份证号，请删去。',
  missing: (title: string) => `“${title}”不能空着。`,
};

export const headingWords = {
  unknownSheet: (name: string, known: readonly string[]) =>
    `没有名为“${name}”的表。工作簿里可以有：${known.join('、')}。`,
  noHeading: '第 1 行应是标题行。',
  unknown: (title: string, known: readonly string[]) =>
    `没有“${title}”这一列。这张表可以有：${known.join('、')}。`,
  missing: (title: string) => `缺少“${title}”这一列。`,
  repeated: (title: string) => `“${title}”这一列出现了两次。`,
  noTitle: (letter: string) => `${letter} 列有内容，但第 1 行没有标题。`,
};

export const platformWords = {
  unreachable: (hint: string) =>
    `现在问不到飞书，无法核对人员，所以什么都没有导入。请稍后再试。${hint ? `（${hint}）` : ''}`,
};

/** The order of the sheets in an export, as the operating contract lists them. */
export const sheetOrder: readonly string[] = [
  '单位',
  '人员',
  '填报名单',
  '年度计划',
  '历史数据',
  '口径',
  '逐件登记',
  '计划清单',
  '登记清单',
  '文号流水',
  '受文登记',
  '调研计划',
  '考察组',
  '备案清单',
  '退文台账',
  '培训班次',
  '政策问答',
  '本地标准',
  '同义词',
];

/** Sheets that an exported report carries for people to read: nothing in them is data, the import passes over them. */
export const sheetsToRead: readonly string[] = ['统计'];

export const pageFooter = '仅供统筹调度，不作考核依据';
