import type { MeetingFinding, MeetingSign } from './rules/meeting.ts';

export const meetingSigns: Record<MeetingSign, string> = {
  passes_on: '只传达上级精神，没有落实措施',
  unprepared: '准备还不充分',
  listens: '只听汇报，不解决实际问题',
  issued: '这件事已经发过文',
  direct: '要直接开到乡镇、村（视频会也算）',
  approved: '已经同级党委主要负责同志批准',
  similar: '近期有主题相近、参会人差不多的会',
  long: '计划开半天以上，或者有讲话超过 1 小时',
};

interface Finding {
  title: string;
  rule: string;
  factIds: readonly string[];
}

export const meetingFindings: Record<MeetingFinding, Finding> = {
  passes_on: {
    title: '对上“三个不开”：只传达、没有落实措施',
    rule: '不开只传达上级精神而无落实措施的会。转发、传阅能说清的，不必开会；国家也要求不刻意搞传达不过夜。',
    factIds: ['HY-01', 'HY-07'],
  },
  unprepared: {
    title: '对上“三个不开”：准备不充分',
    rule: '不开准备不充分的会。先把议题、材料和要定的事准备好再开。',
    factIds: ['HY-01'],
  },
  listens: {
    title: '对上“三个不开”：只听汇报、不解决问题',
    rule: '不开只听汇报不解决实际问题的会。可以改成解决问题的协调会、服务决策的座谈会。',
    factIds: ['HY-01', 'HY-02'],
  },
  issued: {
    title: '已经发过文',
    rule: '已发文的事项原则上不再专门开会。',
    factIds: ['HY-07'],
  },
  needs_approval: {
    title: '直达基层，须先批准',
    rule: '未经同级党委主要负责同志批准，不得随意召开直达基层的会议，电视电话会、网络视频会也算。已直接开到基层的，不再层层开。',
    factIds: ['HY-07'],
  },
  note_approval: {
    title: '直达基层，已经批准',
    rule: '登记会议时写上批准依据；已直接开到基层的，不再层层开。',
    factIds: ['HY-07'],
  },
  combine: {
    title: '可以合并',
    rule: '用“多会合一”“合并套开”：能合并的合并。套开默认按 1 次计，另记子会数。',
    factIds: ['HY-03', 'HY-06', 'TJ-07'],
  },
  long: {
    title: '时间偏长',
    rule: '会议一般半天以内，安排分组讨论的原则上不超过 1 天半；主要负责同志讲话或主报告不超过 1 小时。',
    factIds: ['HY-09'],
  },
  nothing: {
    title: '没有对上“三个不开”',
    rule: '按会议计划和报备办理。讨论会、协调会、座谈会是鼓励多开的；本系统本领域综合性工作会议原则上每年不超过 1 次。',
    factIds: ['HY-01', 'HY-02', 'HY-06'],
  },
};

export const meetingWords = {
  title: '办会自查',
  resultTitle: '办会自查：对照结果',
  intro: '这会该不该开？有这种情况的打勾，没有的不用管。',
  label: '这个会',
  decide: '开不开由您单位按程序定，这里只对照规定。',
  office: '两办会务',
};
