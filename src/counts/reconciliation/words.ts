import { colour, joinRich, type Rich, rich } from '../../chat/rich.ts';
import { indicatorNames, momentText } from '../words.ts';
import type { Booked } from './rules/ledger.ts';

const levelText = (county: string) => (county === '' ? '市级' : county);

/** The unit's own card. */
export const unitWords = {
  plainTitle: (year: number) => `${year}年对账`,
  title: (year: number, open: number) => `${year}年对账：${open} 处要说明`,
  waitingTitle: (year: number) => `${year}年对账：已说明，等两办核`,
  levelTitle: (year: number) => `${year}年对账：已对平`,
  movedTitle: (year: number) => `${year}年对账：月报又有变动`,
  closedTitle: (year: number) => `${year}年对账：已对账`,
  changeTitle: (year: number) => `${year}年对账：改说明`,
  hint: rich`计划、登记、文号、收文四本账对下来，下面几处不一样。**每处选一个原因**，点“提交”。月报由系统改，不用重报。`,
  moreHint: (more: number): Rich => rich`先说明这些，提交后还有 ${more} 处。`,
  changeHint: rich`改好后点“提交”。没改的不动。`,
  moved: rich`说明都齐了，但月报的数后来又变了，和清单对不上。点“按清单更正”，系统改回。`,
  note: '补充一句（可不填）',
  noteHint: '如批准文号，60 字内',
  submit: '提交',
  change: '改说明',
  correct: '按清单更正',
  more: (count: number) => `另有 ${count} 处，不一一列出。`,
  said: (kind: string, text: string, explanation: string): Rich =>
    rich`**${kind}**　${text}\n${explanation ? colour(explanation, 'green') : colour('还没有说明', 'orange')}`,
  waiting: (kind: string, text: string, explanation: string): Rich =>
    rich`**${kind}**　${text}\n${colour(`${explanation}（等两办核）`, 'orange')}`,
  asNote: (explanation: string, note: string) => (note === '' ? explanation : `${explanation}（${note}）`),
  agreed: (explanation: string) => `${explanation}（两办已认可）`,
  byRule: '按规则核销',
  corrected: (corrections: readonly string[]): Rich =>
    joinRich([rich`**已按清单更正月报**`, ...corrections.map((one) => rich`${one}`)], '\n'),
  due: (corrections: readonly string[]): Rich =>
    joinRich(
      corrections.map((one) => rich`${one}`),
      '\n',
    ),
  saidTitle: (count: number) => `差异和说明（${count} 处）`,
  nothing: '四本账没有差异，不用办什么。',
  unlisted: (indicators: readonly Booked[]) =>
    `${indicators.map((one) => indicatorNames[one]).join('、')}没有年末清单，只比了计划数。`,
  allGaps: (count: number) => `断号共 ${count} 个，原因都一样就选这里；不一样的在下面单独选`,
  doneBy: (name: string, at: number, level: boolean) =>
    `${name ? `${name} ` : ''}${momentText(at)}${level ? '确认' : '说明'}`,
  offline: '对账单由办公室主任在线下签，系统只记“已对账”。',
  purposeTitle: '为什么对、数从哪来',
  purpose: rich`计划取自年度计划，登记取自年末清单，文号取自文号流水，收文由两办从 OA 抽样，**不向受文单位要**。一年对一次，差异都有说明、月报和清单一致，就算对平。`,
  footer: '仅供统筹调度，不作考核依据',
};

export const unitAnswers = {
  saved: '已记下，谢谢。',
  corrected: '已记下，月报已按清单更正，谢谢。',
  alreadySo: '已经是这样了，不用再点。',
  nothingChosen: '还没有选原因。每处选一个，再点“提交”。',
  noteAlone: '补充的话跟着改动的那一处走。请先改一处原因，再点“提交”。您写的还在。',
  needsNote: '选了“有审批”的，请在最下面写一句依据，如批准文号。您选的还在，补好后再点“提交”。',
  noteTooLong: '补充的话最多 60 个字，请改短些。您选的还在。',
  noteIdentity: '补充里像是有身份证号，系统不收，请删去。您选的还在。',
  notOffered: '有一处的原因认不出来，请重新选。其他的还在。',
  otherWasFaster: (name: string, at: number) =>
    `${name || '同事'}已在${momentText(at)}说明了其中几处，现在显示的就是。仍要改，请点“改说明”。`,
  notReleased: '这一年的对账还没有发出来，先不用办。',
  closed: (year: number) => `${year}年已经对账结束，不能再改。确有差错，请联系两办统筹员。`,
  notTakingPart: '您的单位不参加这一年的对账，不用办什么。',
};

/** What the two offices see. */
export const officeWords = {
  title: (year: number, county: string) => `${levelText(county)}${year}年对账`,
  states: {
    none: '还没有开始',
    draft: '差异清单（草稿），还没有发出',
    released: '已发各单位',
    closed: '已对账',
  },
  booksTitle: '四本账和差异',
  counted: (rows: number, units: number) => (rows === 0 ? '没有导入' : `${rows} 条，涉及 ${units} 个单位`),
  sample: (sampled: number, wanted: number) =>
    sampled >= wanted ? `抽了 ${sampled} 个受文单位` : `只抽了 ${sampled} 个受文单位，应抽 ${wanted} 个`,
  bookNames: { plan: '计划', register: '登记', numbers: '文号', received: '收文' },
  combined: (documents: number, meetings: number) =>
    `登记里有多文合一 ${documents} 件、套开 ${meetings} 次，各按 1 计，请一并核。`,
  plannedAsNumbers: '计划清单没有导入，按计划数比',
  noBooks: '还没有导入清单。请把“计划清单、登记清单、文号流水、受文登记”放进工作簿导入，再发“年对账”。',
  found: '差异',
  foundNone: '四本账没有差异。',
  kind: (name: string, count: number) => `${name} ${count} 处`,
  openTitle: (units: number) => `还有差异没说明的单位（${units} 个）`,
  unitOpen: (name: string, open: number) => `${name} ${open} 处`,
  alsoOpen: '另外还有：',
  nobody: '（没有登记联络员，发不出去）',
  difference: (kind: string, text: string): Rich => rich`**${kind}**　${text}`,
  moreDifferences: (count: number) => `另有 ${count} 处。`,
  waitingTitle: (count: number) => `等两办核（${count} 处）`,
  waiting: (unit: string, kind: string, text: string, said: string): Rich =>
    rich`**${unit}**　${kind}　${text}\n说明：${colour(said, 'green')}`,
  listShort: '等两办补清单，补好后重新导入即可',
  unlistedTitle: (units: number) => `没有年末清单的单位（${units} 个）`,
  unlistedHint: '这些单位只报数，只能比计划数，比不了登记、文号和收文。需要的话请补“登记清单”。',
  levelled: (level: number, all: number) => `${level}/${all} 个单位已对平`,
  create: '生成差异清单',
  release: '发给有差异的单位',
  releaseConfirm: (units: number) => ({
    title: '发给有差异的单位',
    text: `${units} 个单位各收一张卡，下一个工作时段送到。没有差异的单位不发，乡镇、村不发。`,
  }),
  close: '对账结束',
  closeConfirm: { title: '对账结束', text: '结束后各单位不能再改说明。' },
  accept: '认可',
  sendBack: '请再看',
  releasedNote: '有差异的单位上午 9:40 各收一张卡，只发一次；5 个工作日后还没说明的，提醒一次。',
  moreUnits: (count: number) => `等 ${count} 个单位`,
  moreWaiting: (count: number) => `核完这些，后面还有 ${count} 处。`,
  orderNote: '单位按固定次序排列，不按数值。仅供统筹调度，不作考核依据。',
  closedBy: (name: string, at: number) => `${name ? `${name} ` : ''}${momentText(at)}结束`,
  allLevel: '全部对平，可以结束了。',
};

export const officeAnswers = {
  drafted: '差异清单已生成，看过再发。',
  released: '已定，有差异的单位会各收到一张卡。',
  accepted: '已认可。',
  sentBack: '已请单位再看一下。',
  closed: '对账已结束。',
  alreadySo: '已经是这样了，不用再点。',
  moved: '情况刚有变化，现在显示的是最新的。',
  decemberOpen: (deadline: string) =>
    `12月的月统计还没截止，年对账要用全年 12 个月的数。请等${deadline}截止后再开始。`,
  yearNotOver: (year: number) => `${year}年还没有过完，年对账请在下一年 1 月开始。`,
  notLevel: (units: readonly string[]) =>
    `还不能结束：${units.slice(0, 5).join('、')}${units.length > 5 ? `等 ${units.length} 个单位` : ''}没有对平。`,
  forbidden: '这一层级的对账由该层级的统筹员办理。',
  badYear: '年份读不懂，请发“年对账”加年份，如“年对账 2025”。',
};

export const commandWords = {
  words: ['年对账'],
  help: '四本账对一对，看还有哪里要说明，如“年对账 2025”',
};
