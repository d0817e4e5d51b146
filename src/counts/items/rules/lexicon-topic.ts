/** Words that every title has, and that say nothing about what it is about. */
const COMMON =
  /关于|进一步|切实|全面|深入|认真|做好|加强|推进|开展|召开|印发|转发|落实|贯彻|工作|会议|通知|通报|意见|方案|动员|部署|专题|推进会|调度会|视频|电视电话|全市|全县|我市|我县|年度?|的|和|及|暨|与/gu;

/** Characters that two titles must share in a row to be about one matter: 防汛抗旱, 安全生产. */
const SHARED = 4;

function topicOf(title: string): string {
  return title.replace(COMMON, ' ').replace(/[\d〇一二三四五六七八九十]+[年月日]?|[^\p{Script=Han}]+/gu, ' ');
}

/** The titles share something of substance, so that the second one may be spared (BR-25). */
export function sameTopic(a: string, b: string): boolean {
  const other = topicOf(b);
  return topicOf(a)
    .split(' ')
    .some((word) => {
      const letters = Array.from(word);
      return letters.some(
        (_, i) => i + SHARED <= letters.length && other.includes(letters.slice(i, i + SHARED).join('')),
      );
    });
}
