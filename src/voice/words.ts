import { type Rich, rich } from '../chat/rich.ts';
import { dayText } from '../chat/words.ts';
import type { Day } from '../kernel/day.ts';
import type { SensitiveReason } from '../kernel/guard/sensitive.ts';
import type { VoiceKind } from './rules/kind.ts';

export const kindNames: Record<VoiceKind, string> = {
  complaint: '投诉',
  suggestion: '建议',
  relief: '减负反馈',
};

export const stateNames = { open: '已受理，等待办理', working: '正在办理', done: '已办结' };

export const featureWords = {
  title: '投诉建议',
  help: '也可以发“建议”“减负反馈”；可以匿名，给受理号',
  statusHelp: '后面写上受理号，看办到哪一步',
  listWords: ['受理清单', '待办投诉'],
  listHelp: '等待本办办理的投诉、建议和减负反馈',
};

export const formWords = {
  title: (kind: VoiceKind) => kindNames[kind],
  intro: {
    complaint: '请说清是什么事、加重了什么负担。没有提交之前，什么都不保存。',
    suggestion: '对怎么减负、对我怎么改进，都可以提。没有提交之前，什么都不保存。',
    relief: '哪件事负担重、哪张表重复、哪个会可以不开，直接说就行。没有提交之前，什么都不保存。',
  } satisfies Record<VoiceKind, string>,
  text: '内容',
  textHint: '匿名的话，请不要写出自己的姓名和单位',
  about: '涉及哪个单位（可以不填）',
  aboutHint: '写全称、常用简称都行；这个单位的人看不到，也办不了',
  sign: '怎么署名',
  anonymous: '匿名：不留任何身份信息，凭受理号查',
  signed: '署名：答复发到这里的单聊',
  submit: '提交',
  note: '由两办办理，涉及的单位得不到您的任何信息。请不要写涉密内容、谈话内容、身份证号、手机号；举报违纪违法请打 12388。',
  groupTitle: '请到单聊里说',
  group: '已在单聊里给您发了表单，请到那里填写。群里的内容我没有保存，也没有转给任何人。',
};

const NOT_KEPT = '这段话没有保存，也没有转给任何人，您填的还在表单里。';

/** What is wrong, and what to do; the form keeps what was typed. */
export const barredWords: Record<SensitiveReason, string> = {
  identity_number: `内容里像有身份证号。${NOT_KEPT}请去掉号码再提交。`,
  account_number: `内容里像有银行卡号或账号。${NOT_KEPT}请去掉号码再提交。`,
  phone_number: `内容里像有手机号。${NOT_KEPT}请去掉号码再提交；想收到答复，选“署名”即可。`,
  secret_mark: `内容里像有涉密或内部文件的内容。${NOT_KEPT}涉密不上网，请删去后再提交。`,
  report: `内容像是举报某人违纪违法。${NOT_KEPT}这类事请向当地纪委监委反映，或拨打 12388；负担方面的事，请只写事，不写人。`,
  who_reported: `举报人的信息受保护，不能打听。${NOT_KEPT}请删去后再提交。`,
  talk_contents: `内容里像有考察、谈话的内容，按规定保密。${NOT_KEPT}请删去后再提交。`,
};

export const submitWords = {
  title: '已受理',
  number: '受理号',
  kind: '类别',
  desk: '受理',
  desks: { office: (names: readonly string[]) => names.join('、'), admin: '系统管理员' },
  anonymous: (number: string) =>
    rich`系统里没有留下您的任何信息，只能凭受理号查，**请记下或截图**。发“查受理号 ${number}”看办理情况和答复。`,
  signed: (number: string) => rich`答复会发到这里的单聊。也可以发“查受理号 ${number}”看办到哪一步。`,
  about: (unit: string) => `（涉及单位：${unit}）`,
  toast: (number: string) => `已受理，受理号 ${number}`,
  again: (number: string) =>
    `这张表单已经提交过一次，受理号 ${number}。还有别的事，请重新发“投诉”“建议”或“减负反馈”。`,
  look: '看办理情况',
  noDesk: (phone: string) =>
    `这里还没有指定受理的岗位，没有提交，您填的还在表单里。${phone ? `请打电话：${phone}` : '请告诉系统管理员。'}`,
  onlyAccused:
    '您反映的正是受理这类事的办公室，署名提交会让它看到您是谁。没有提交，您填的还在：请改选“匿名”，或向上级机关反映。',
};

export const statusWords = {
  title: '办理情况',
  state: '进展',
  day: '提交日期',
  none: '还没有答复。',
  reply: (day: Day, office: string, text: string): Rich => rich`**${dayText(day)}　${office}**\n${text}`,
  unknown: '没有这个受理号。请核对一下：一个字母加八位字母数字，比如 T-7K3M-9QXD。办结满一年的已经删除。',
  ask: '请把受理号写在后面，比如“查受理号 T-7K3M-9QXD”。',
  mine: '您署名提交的：',
  mineTitle: '我的反馈',
};

export const deskWords = {
  newTitle: '有新的投诉建议',
  new: '有人提了投诉、建议或减负反馈，等待办理。一天最多提醒这一次，办完就不再提。',
  openList: '打开清单',
  listTitle: '投诉建议：待办',
  nothing: '目前没有等待办理的投诉、建议和减负反馈。',
  line: (kind: VoiceKind, day: Day, state: keyof typeof stateNames, text: string): Rich =>
    rich`**${kindNames[kind]}**　${dayText(day)}　${stateNames[state]}\n${text}`,
  open: '办理',
  more: (count: number) => `还有 ${count} 件，办完这些再看。`,
  from: '提出人',
  anonymous: '匿名',
  signer: (name: string, unit: string) => (unit ? `${name}（${unit}）` : name),
  leftRoster: '署名，但不在人员名单里',
  about: '涉及单位',
  reply: '答复',
  replyHint: '提出人会看到，写清怎么办、什么时候办好',
  next: '办到哪一步',
  done: '办结',
  working: '先答复，继续办',
  send: '发出答复',
  note: '请不要向涉及的单位透露是谁提的。',
  sent: '答复已发出',
  before: '这条答复已经发出过了',
  other: (office: string, text: string) =>
    `${office}刚才已经答复：“${text}”。您的没有发出，还在表单里；还需要补充，请重新打开再发。`,
  closed: (office: string) => `${office}已经办结这一件，您的没有发出。`,
  gone: '没有这一件，可能编号不对。请发“受理清单”重新打开。',
  notYours: '这一件不归您的岗位办理，或者涉及您所在的单位。',
  back: '回到清单',
};

export const replyWords = {
  title: (kind: VoiceKind) => `您的${kindNames[kind]}有答复了`,
  asked: '您提的',
};

export const barredReply = '答复里像有涉密、谈话内容或个人号码，没有发出，您填的还在。请删去后再发。';

export const todoWords = {
  waiting: (count: number) => `投诉、建议、减负反馈 ${count} 件等待答复`,
  open: '看清单',
};
