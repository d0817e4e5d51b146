import { dateText } from '../chat/words.ts';

/** Why a row of the sheet 政策问答 that names a successor is refused. */
export const successorWords = {
  unknownQuestion: (number: string) => `没有编号为 ${number} 的另一条问题，替代编号要写新条目的编号。`,
  replacedWithoutEnd: '写了替代编号，就要写这一条的失效日。',
};

/** What stands before an answer that is not simply the one in force today. */
export const validityWords = {
  inForceThen: (said: string, until: string) =>
    until
      ? `您问的是“${said}”。下面是当时的规定，只管到${dateText(until)}，现在不再适用。`
      : `您问的是“${said}”。下面是当时的规定，现在可能已经变了。`,
  onlyLater: (said: string, from: string) =>
    from
      ? `您问的是“${said}”。那时的规定没有录入，下面是${dateText(from)}起施行的现行规定。`
      : `您问的是“${said}”。以前的规定没有录入，下面是现行的。`,
  expiredTrial: (office: string, until: string) =>
    `原办法已到期，请向${office}核实。下面是原来的规定（有效至${dateText(until)}），仅供参考。`,
  noOffice: '发文单位',
  replaced: '您问的那一条已经失效，下面是替代它的现行规定。',
  current: '看现行规定',
};
