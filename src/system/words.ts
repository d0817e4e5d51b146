export const words = {
  title: '系统管理',
  stopWords: ['停用'],
  stopHelp: '停止一切主动消息（提问照常回答），发“启用”恢复',
  resumeWords: ['启用'],
  resumeHelp: '恢复主动消息',
  stoppedTitle: '已停用主动消息',
  stoppedAlready: '主动消息此前已停用',
  stopped: '从现在起不再发出任何主动消息；大家提问仍会答复。未发出的消息先留着，恢复后过了一周的不再补发。',
  stoppedExport: '如需整体关停：请运维人员用命令 npm run cli -- export 导出全部数据，再停止服务。',
  announcementTitle: '关停公告（参考文字，可复制修改）',
  announcement: (organisation: string, day: string) =>
    `自${day}起，“轻负”机器人停止主动推送消息，已登记的数据由${organisation}统一导出保存，无需各单位另行报送。如有疑问，请与${organisation}联系。`,
  resume: '启用',
  resumedTitle: '已恢复主动消息',
  resumedAlready: '主动消息没有停用',
  resumed: '提醒、卡片等将在工作时间照常发出。',
  calendarTitle: (year: number) => `请录入${year}年放假调休表`,
  calendar: (year: number) =>
    `还没有${year}年的放假调休安排。录入前，${year}年的截止日、提醒日一律显示“待放假表导入后确定”，系统不猜，也不发主动消息。`,
  calendarNext: (year: number) =>
    `国务院办公厅一般每年 11 月公布次年安排。请在管理后台“日历”中录入${year}年放假日和补班日；录入后不再提醒。`,
};
