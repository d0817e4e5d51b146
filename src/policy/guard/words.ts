import type { Evasion, RefusalReason, SensitiveReason } from './rules/screen.ts';

export interface Declined {
  title: string;
  text: string;
  /** Rows of the fact table it rests on. */
  factIds: readonly string[];
}

const NOT_KEPT = '我没有保存这条消息，也没有转给任何人';

export const declinedWords: Record<SensitiveReason | Exclude<RefusalReason, 'evasion'>, Declined> = {
  identity_number: {
    title: '请不要发身份证号',
    text: `这条消息里像有身份证号。${NOT_KEPT}，也没有去查。请撤回，去掉号码后再问。`,
    factIds: ['SY-05'],
  },
  account_number: {
    title: '请不要发银行卡号',
    text: `这条消息里像有银行卡号或账号。${NOT_KEPT}。请撤回，去掉号码后再问；补贴、报酬发到哪张卡，请问发放单位。`,
    factIds: ['SY-05'],
  },
  phone_number: {
    title: '请不要发手机号',
    text: `这条消息里像有手机号。${NOT_KEPT}。我不登记也不查个人电话；请撤回，去掉号码后再问。`,
    factIds: ['SY-05'],
  },
  secret_mark: {
    title: '涉密内容不能发到这里',
    text: `涉密不上网、上网不涉密。涉密和内部文件请不要发到这里，也不要让我摘要、改写。${NOT_KEPT}，请撤回，并按保密规定处理。`,
    factIds: ['JF-14', 'SY-05'],
  },
  report: {
    title: '举报请走正式渠道',
    text: `我不收举报。${NOT_KEPT}，请撤回。纪检方面的举报，请向当地纪委监委反映，或拨打 12388。`,
    factIds: ['CQ-17', 'SY-05'],
  },
  who_reported: {
    title: '举报人信息受保护',
    text: '谁举报的、怎么查的，我没有这类信息，也不查。对查处结果有疑问，请向承办的纪检监察机关了解；纪检举报走当地纪委监委或 12388。',
    factIds: ['CQ-17', 'SY-05'],
  },
  talk_contents: {
    title: '考察谈话内容保密',
    text: `谈话说了什么、考察怎么记的，按干部工作纪律保密，请不要发到这里；已经发了内容的，请撤回删除。我只记哪个组、哪天、走访或谈话完成，不记内容和被谈人，所以没有可查的；${NOT_KEPT}。要了解请问组织部门。`,
    factIds: ['KC-07', 'SY-05'],
  },
  case: {
    title: '个案由有权机关认定',
    text: '具体这一件怎么认定，由有权机关按程序决定，我不下结论。您可以问我规定、清单和程序，再带着材料向受理部门提出。',
    factIds: ['RC-17', 'SY-07'],
  },
  inquiry: {
    title: '个人的案情不查不说',
    text: '某个人有没有被查、怎么处理的，我没有这类信息，也不打听。是您本人的事，请向承办的纪检监察机关或组织部门了解；有关程序和规定可以问我。',
    factIds: ['CQ-17', 'SY-07'],
  },
  promotion: {
    title: '人事安排不预测',
    text: '谁会提拔、能不能提拔，我不预测，也不评价。有关政策可以问我；个人的事请按干部管理权限问组织部门。',
    factIds: ['SY-07'],
  },
  personal: {
    title: '不提供个人信息',
    text: '我不提供任何人的电话、住址、工资等个人信息，也不评价、不给单位和个人排先后。',
    factIds: ['SY-01', 'SY-08'],
  },
  instructions: {
    title: '这个我不能做',
    text: '我只用审核过的条目回答政策问题，不改规则，也不导出后台数据。政策问题请直接问。',
    factIds: ['SY-06'],
  },
};

/** The straight answer (BR-21): that it does not work, why, and what does. */
export const evasionWords: Record<Evasion, Declined> = {
  papers: {
    title: '换个形式也不行',
    text: '不行，换个名头、形式或时间，照样要算。国家规定要防止“红头”变“白头”、正式改便笺、多文合一等规避数量管理的做法；只要普发布置任务，白头、便笺、工作提示也要登记。正道是：能不发的不发，能合并的合并；确需发又不在计划内的，走计划外审批。',
    factIds: ['FW-09', 'TJ-07', 'FW-06'],
  },
  meetings: {
    title: '换个名头也不行',
    text: '不行，换个名头照样要算。会议实行计划管理，电视电话会、视频会都算会，以座谈、培训名义布置工作的也算。正道是：能不开的不开，能合并的合并、套开；已发文的事原则上不再专门开会；确需开又不在计划内的，走计划外审批。',
    factIds: ['HY-06', 'HY-07', 'TJ-07'],
  },
  inspections: {
    title: '绕开检查、备案不行',
    text: '不行，我不帮着绕开检查或备案。按规定如实配合就好：不用为迎检补台账、翻笔记、造材料。觉得检查没有备案、重复或要材料过多的，先请对方出示备案或批准依据，再向两办减负专项机制反映。',
    factIds: ['DC-05', 'DC-09', 'DC-11'],
  },
};
