import type { Day } from '../kernel/day.ts';
import type { FormProblem, FormProblemCode } from '../kernel/form.ts';

/** Days as people read them in every card: `6月30日` where the year goes without saying, else `2026年6月30日`. */
export const dayText = (day: Day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
export const dateText = (day: Day) => `${Number(day.slice(0, 4))}年${dayText(day)}`;

export const basicWords = {
  title: '通用',
  helpWords: ['帮助', '菜单', '你能做什么', 'help'],
  aboutWords: ['关于', '关于轻负'],
  aboutHelp: '主办单位、备案号、联系电话和版本',
  silenceWords: ['静默'],
  silenceHelp: '只收职责内的提醒，在群里不主动出声；发“取消静默”恢复',
  resumeWords: ['取消静默', '恢复提醒'],
};

export const cardWords = {
  helpTitle: '我能帮您做什么',
  askFreely: '政策问题直接用大白话问就行，比如“乡镇补贴怎么算”。',
  commands: '也可以发这些词：',
  neverSend: '请不要在这里发涉密内容、举报材料、身份证号和谈话内容；发了也不会保存。',
  welcomeTitle: '您好，我是轻负',
  welcome:
    '我能答基层政策问题，每条都带依据和日期；没有依据的会直说“没有”。自愿使用，不打卡、不积分、不排名。发“帮助”看全部功能。',
  yours: '您的岗位还可以用：',
  aboutTitle: '关于轻负',
  organisation: '主办单位',
  filing: '备案号',
  filed: (number: string, date: string) => (date ? `${number}（${dateText(date)}）` : number),
  trial: '尚未备案，仅供试用名单内人员试用',
  contact: '责任科室和电话',
  contactMissing: '还没有录入，请联系系统管理员（本地标准 LOC-36）',
  notEntered: '未填写',
  version: '版本',
  promise: '自愿使用；不打卡、不积分、不排名、不看在线时长，数据不作考核依据。',
  mute: '只收职责内的提醒',
  unmute: '恢复接收',
  mutedToast: '好的，不再发这类消息；职责内的提醒照发。发“取消静默”恢复。',
  muted: (on: boolean, group: boolean) =>
    group
      ? on
        ? '好的，我在本群不再主动出声；@我提问仍会回答。发“取消静默”恢复。'
        : '已取消静默。'
      : on
        ? '好的，今后只发您职责内的提醒，其他消息不再主动发。发“取消静默”恢复。'
        : '已取消静默。',
};

export const answerWords = {
  notServedTitle: '暂未开放',
  notServed: '本应用还没有完成备案，目前只向试用名单内的同志开放，请谅解。备案完成后即可使用。',
  privateOnlyTitle: '请到单聊里办理',
  privateOnly: '这项功能只在与我的单聊里办理，群里不收数、不派任务。',
  noAttachmentsTitle: '不收图片和文件',
  noAttachments: '我不收图片、文件和语音，也不会下载。请用文字说一句您想问的事。',
  emptyTitle: '请说一句您想问的事',
  empty: '您可以直接问政策问题，或者发“帮助”看我能做什么。',
  lateTitle: '刚才没能及时回复',
  late: (time: string) =>
    `我有一段时间没有在线，您在 ${time} 前后发来的消息没有处理，也不再逐条补答。还需要的话，请再发一次。`,
  failedTitle: '这次没有办成',
  failed: (reference: string) =>
    `处理时出了问题，您发的内容没有丢。请稍后再试；仍不行，请把编号 ${reference} 告诉系统管理员。`,
  refusedTitle: '没有办理',
  unknownButton: '这张卡片的按钮已经不能用了，请发“帮助”或重新打开相应功能。',
  tapAgain: '系统正忙，这次没有来得及，请再点一次。',
  stillWorking: '正在办理，结果会更新在这张卡片上。',
  failedToast: (reference: string) => `没有办成，请稍后再试。编号 ${reference}`,
  unanswered: '我没看懂这句话。发“帮助”看我能做什么。',
};

/** All that is wrong with a submitted form, in one sentence that fits a toast; the card keeps what was typed. */
export function formProblems(problems: readonly FormProblem[]): string {
  const sentences = problems.map((problem) => problem.label + problemWords[problem.code](problem));
  return `${sentences.join('；')}。请改好后再提交，已填的内容都还在。`;
}

const problemWords: Record<FormProblemCode, (problem: FormProblem) => string> = {
  missing: () => '没有填',
  'not-a-number': ({ typed }) => `“${typed}”看不出是几，请只填一个数字`,
  fraction: ({ typed }) => `“${typed}”不是整数`,
  negative: ({ typed }) => `“${typed}”不能是负数`,
  'too-large': ({ typed, max }) => `“${typed}”太大，最多填 ${max}`,
  'too-long': ({ max }) => `太长，最多 ${max} 个字`,
  'not-a-day': ({ typed }) => `“${typed}”不是日期，请按 2026-06-30 这样填`,
  'not-offered': ({ typed }) => `“${typed}”不在可选项里，请重新选`,
};
