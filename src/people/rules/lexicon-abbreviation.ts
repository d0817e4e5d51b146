/** 局, 委, 办 and the like, with something before them that says which. */
export const ORGAN =
  /[\p{Script=Han}]{0,12}(?:局|厅|卫健委|发改委|纪委|监委|政法委|教工委|[卫健发改体农信督]{2}委|组织部|宣传部|统战部|武装部|办公室|(?<![怎咋么要着来去去法么])[\p{Script=Han}]{2}办(?![法理事公案了完好成])|检察院|法院|中心|大队|支队|公司|委员会)/u;

/** What an authority was called before, or is called by everybody. */
const ALIASES: [RegExp, string][] = [
  [/环保局/u, '生态环境局'],
  [/工商局|质监局|药监局/u, '市场监督管理局'],
  [/国土局|规划局/u, '自然资源局'],
  [/安监局/u, '应急管理局'],
  [/卫生局|计生委/u, '卫生健康'],
  [/扶贫办|乡村振兴局/u, '农业农村局'],
  [/两办|县委办|政府办/u, '办公室'],
];

const PLACE = /^[^省市县区]{0,6}?(?:省|市(?!场)|县|区)/u;

/** Which level a name speaks of: 县林业局, 市林业局, or none. */
export function levelSaid(phrase: string): 'city' | 'county' | undefined {
  if (/^市(?!场)/u.test(phrase)) return 'city';
  return /^[县区]/u.test(phrase) ? 'county' : undefined;
}

/**
 * May `phrase` be short for `name`? 住建局 is 望泉县住房和城乡建设局: its characters stand in the full name in this order,
 * the first one at the beginning; or the full name ends with it.
 */
export function mayMean(phrase: string, name: string): boolean {
  const said = ALIASES.reduce((text, [old, now]) => text.replace(old, now), phrase);
  return [said, said.replace(PLACE, '')].some((short) =>
    [name, name.replace(PLACE, '')].some(
      (full) => short.length > 1 && (full.endsWith(short) || isShort(short, full)),
    ),
  );
}

function isShort(short: string, full: string): boolean {
  if (short[0] !== full[0]) return false;
  let at = 0;
  for (const char of short) {
    at = full.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
