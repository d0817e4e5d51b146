/** Words that the bot must not say; compiled from the burden rules named beside them. */

/** BR-04: forced attendance, points, ranks, time online. `□` stands for a value filled in. */
export const FORCED_ACTIVITY =
  /打卡|签到|积分|排名|排行|名次|第[一二三四五六七八九十\d□]+名|倒数第|(在线|学习|使用)时长|活跃度|勋章|连续(登录|\d+天)|\b(streak|score|rank)\b/i;

/** BR-09: chasing people for a sign of life. */
export const CHASING =
  /收到后?请?(及时|尽快)?(回复|回执)|@\s*(所有人|全体|all\b)|务必(立即|立刻|马上)|(立即|立刻|马上)(回复|上报|报送|填报)/i;

/** BR-09: chain lists. Policy answers may mention them, orders may not. */
export const CHAIN_LISTS = /接龙/;

/** BR-41: what must not stand beside the name of a unit or person in a group. */
export const SHAMING = /未(报|提交|确认|填|完成)|没(报|交|填)|迟报|漏报|落后|倒数|拖后腿/;

/** What somebody else said, or the title of a document. */
export const QUOTED = /“[^”]*”|「[^」]*」|《[^》]*》|"[^"]*"/g;

/** Where one statement ends and the next begins. */
export const CLAUSE_END = /[，。；！？\n]/;

/** A clause with one of these tells what must not be done, which is the opposite of demanding it. */
export const NEGATION = /不|无需|无须|禁|严禁|杜绝|防止|取消|纠正/;
