import type { Limit, Small } from './rules/five-small.ts';

export const smalls: Record<Small, string> = {
  canteen: '小食堂',
  toilet: '小厕所',
  bath: '小澡堂',
  library: '小图书馆',
  activities: '小文体活动中心',
};

interface Rule {
  tick: string;
  title: string;
  rule: string;
  factIds: readonly string[];
}

export const limits: Record<Limit, Rule> = {
  building: {
    tick: '借“五小”、周转房名义建了或想建楼堂馆所',
    title: '红线：不能建楼堂馆所',
    rule: '不能借“五小”“周转房”名义建楼堂馆所，要遵守机关团体建设楼堂馆所、党政机关办公用房管理的规定（待核对原文）。先停下来，问责任部门。',
    factIds: ['WX-08'],
  },
  luxury: {
    tick: '装修、设备可能超标准',
    title: '红线：不能超标准装修',
    rule: '不能借“五小”“周转房”名义超标准装修（待核对原文）。标准以本地通知为准，拿不准先问责任部门再动工。',
    factIds: ['WX-08', 'WX-06'],
  },
  self_funded: {
    tick: '建设或维护的钱让乡镇自己想办法',
    title: '钱该谁出',
    rule: '建设和维护资金列入市县财政预算，目的是建得起、用得好。请向财政部门和责任部门反映。',
    factIds: ['WX-04'],
  },
};

export const fiveSmallWords = {
  title: '五小自查',
  resultTitle: '五小自查：对照结果',
  intro: '对照一次就够，不用月月查，也不用报给谁。',
  there: '已经建好、在用的打勾',
  limits: '有这种情况的打勾',
  have: '已经有的',
  missing: '还没有的',
  missingRule:
    '市里专门下发了加快推进“五小”和周转房建设提升的通知，逐一明确建设目标、建设标准、责任部门；照通知列入计划。',
  all: '五项都有了。',
  noLimits: '没有对上红线。',
  standards: '面积、造价、设备配置等具体标准以本地通知为准。',
  instead: '市里材料和国家规定',
  localLabel: '本地建设标准和红线',
  localTick: '没达到或碰到的打勾',
  localTitle: '“五小”的本地建设标准',
  office: '通知里明确的责任部门',
  factIds: ['WX-01', 'WX-02'],
};
