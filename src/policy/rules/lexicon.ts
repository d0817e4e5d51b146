/**
 * What is read in a question before anything is looked up. Patterns run on NFKC text in lower case without blanks.
 * They name what must not be kept (BR-35), what is declined (BR-21, facts section 18), and what can be computed.
 */

/** Marks of classified papers. Asking *about* the rules of secrecy is no such mark. */
export const SECRET = [
  /(绝密|机密|秘密)[★☆*]/,
  /[★☆](绝密|机密|秘密)/,
  /(绝密|机密|秘密|涉密|内部)(级)?(的)?(文件|材料|资料|通知|电报|会议记录|纪要)/,
  /密级[:：]?(绝密|机密|秘密)/,
  /请勿外传|严禁外传|不得外传/,
];
/** A rule about secrecy is asked for. */
export const SECRECY_RULE =
  /(能不能|可不可以|能否|可以|允许|让不让|能)?.{0,6}(发|传|放|上传|输|录入|进|聊).{0,12}(机器人|微信|群|飞书|网上|互联网|大模型|ai|应用)|规定|要求是什么|怎么处理/;

/** Somebody reports a person or a deed. Asking where to report, or about false reports, is a question of policy. */
export const REPORT = [
  /(我|我们|本人|在这).{0,4}(要|想|来|准备|实名|匿名)*(举报|检举|控告|揭发|告发)(?!.{0,8}(怎么处理|流程|有什么规定|规定是))/,
  /^(举报|检举|控告|揭发)[:：]?.{2,}/,
  /(书记|镇长|乡长|主任|局长|县长|所长|科长|站长|会计|支书|领导|干部|老\p{Script=Han}|\p{Script=Han}某).{0,10}(贪污|受贿|收了?红包|收礼|吃拿卡要|吃喝|挪用|侵占|套取|嫖|赌博|乱搞|作风有问题|以权谋私)/u,
];
/** The word stands there, but the channel or the rule is asked for. */
export const REPORT_QUESTION =
  /(举报|检举|控告|反映).{0,6}(电话|渠道|找谁|找哪|哪里|在哪|往哪|向谁|去哪)|(被|遭|受到|挨).{0,4}(举报|诬告|检举|告)|不实举报|恶意举报|诬告|错告|失实/;

export const WHO_REPORTED = [
  /(谁|哪个|哪位|什么人).{0,6}(举报|告|检举|反映|写信)(了|的)?(我|俺|他|她|咱|我们)/,
  /(举报|告|检举)(我|俺|咱|我们)的?(人)?(是|到底是)?(谁|哪个)/,
  /举报人(是谁|叫什么|的?(姓名|名字|信息|电话))/,
  /(查|找|打听)(一下|下|出)?.{0,4}(谁|举报人).{0,6}(举报|告)/,
];

/** What was said in a talk of the inspection groups, or what they noted. */
export const TALK = [
  /(谈话|谈心).{0,8}(说了?什么|讲了?什么|内容|记录|原话|怎么说的|都说|怎么记)/,
  /(考察组|考察).{0,6}(怎么记|记了什么|记录|评价|怎么写|怎么评|结果|材料|印象)(?!.{0,4}(规定|办法|保密))/,
  /(谈话|考察)(记录|材料|内容).{0,4}(发|给|查|看|调)/,
  /(他|她|书记|镇长).{0,6}在谈话(里|中|时)/,
];
/** Asks how talks are organised, not what was said. */
export const TALK_QUESTION = /保密|保存吗|存不存|会不会(存|记)|几次|多久|频率|规定|登记什么|登记哪些/;

/** How to keep something out of the count, or from being found. */
export const EVASION = [
  /(改|换|变|拆|弄|搞|怎么|怎样|如何|咋|能不能).{0,12}(?<![算计])(不用|不会|不|没人).{0,3}(算数|计数|算发文|算会议|算进|计入|统计)/,
  /(避免|免得|躲过|绕开|绕过|躲开|规避|逃避|避开).{0,6}(计数|统计|报备|备案|审批|计划|检查|考核|督查|预警)/,
  /(怎么|怎样|咋|如何|有什么办法|有什么招|教我|想办法).{0,10}(规避|躲过|绕开|绕过|蒙混|应付|糊弄|瞒|不被(查|发现)|查不出|不算)/,
  /(改成|换成|当成|包装成|变成).{0,8}(便笺|便签|白头|工作提示|函|座谈会|研讨会|培训会|调研).{0,12}(不算|不用|行不行|可以吗|可不可以|能不能|行吗|是不是)/,
  /(拆|分)成(几|两|三|多)(个|份|次).{0,10}(不算|少算|躲|超)/,
  /(倒签|补签|改日期|改数|少报|瞒报|漏报)(?!.{0,6}(怎么处理|更正|会怎么|后果|被))/,
];

/** A decision on one's own case is asked for; only the competent body may give it. */
export const CASE = [
  /(我|俺|我们|他|她|这|这个|这种|这事|这样|这次).{0,24}(能不能|能否|可不可以|算不算|是不是|该不该|会不会|够不够|能)(给)?(容错|容|免责|诬告|澄清|违规|违纪|处分|追责|提拔|撤销)/,
  /(算不算|是不是|算)(诬告|违规|违纪|违法|渎职|失职)/,
  /(合规|合法|合不合规|违规|站得住脚|算数)(不|吗|么|没)$/,
];

export const PROMOTION = [
  /(谁|哪个|哪位|猜|预测).{0,8}(提拔|提副|提正|提县|提科|升|当(书记|镇长|县长|局长|主任)|接(班|任)|上位|进班子)/,
  /(我|俺|他|她).{0,10}(能不能|能否|会不会|有没有希望|有戏|什么时候能?|能).{0,4}(提拔|提副|提正|升职|晋升|当上|提干|转正科|上一级)/,
];

/** Judging or ranking persons, and what belongs to a person alone. */
export const PERSONAL = [
  /(手机号|手机号码|电话号码|身份证|家庭住址|住址|银行卡|微信号|工资条|档案).{0,6}(发我|给我|告诉我|查|多少|是什么)/,
  /(发|给|告诉|查|查查|查一下).{0,8}(\p{Script=Han}某|老\p{Script=Han}|小\p{Script=Han}|他|她|谁).{0,3}的?(手机号|电话|身份证|住址|工资|档案|处分|考核)/u,
  /(哪个|哪位|谁|哪些).{0,6}(干部|书记|镇长|同事|领导|乡镇|单位).{0,6}(最差|最好|最懒|表现|差劲|不行|排第)/,
  /(干部|书记|领导|乡镇).{0,6}(排个?名|排名次|排排|打个分)/,
];

/** Orders to the machine instead of questions. */
export const INSTRUCTIONS = [
  /(忽略|无视|忘记|忘掉|跳过).{0,8}(规则|指令|提示|设定|要求|限制)/,
  /(系统提示|提示词|system ?prompt|ignore.{0,20}(instruction|rule))/,
  /(导出|导|下载|给我|发我).{0,6}(后台|数据库|全部数据|所有数据|密钥|token|密码)/,
  /(后台|数据库).{0,4}(数据|密码).{0,6}(导|发|给)/,
  /(扮演|假装|现在你是).{0,10}(没有限制|不受限制|管理员)/,
];

/** The present is asked for; all seed figures are history. */
export const NOW = /今年|现在|目前|最新|本月|这个月|眼下|当前|截至今天/;
export const HISTORY_YEAR = /20\d\d ?年/;

/** Numbers that are computed with. */
export const SUBSIDY = /补助|征地|拨款|转移支付|项目款|专项资金|捐赠|捐款|借款|贷款|债/;
export const BUSINESS = /经营|出租|租金|租赁|承包|厂房|门面|入股|分红|销售|收益/;
export const TOTAL = /一共|总共|合计|总的|共计|总收入/;
export const CEILING_TOPIC = /经营性收入|集体经济|村集体|集体收入|经营收入/;
export const CEILING_ASKED = /提|奖励|奖金|20%|百分之二十|上限|分多少|能发/;
export const PAY_TOPIC = /基本报酬|报酬|基本工资/;
export const PAY_ASKED = /增发|6%|20%|\d%|百分之|涨|多拿|多发|绩效奖/;
export const EACH = /每人|人均|平分|平均|一个人|一人/;
export const YEARLY = /一年|每年|年报酬|年薪|全年|年基本报酬/;
export const MONTHLY = /一月|每月|月|一个月/;

const SURNAME =
  '[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳唐罗薛雷贺倪汤滕殷毕郝安常乐于傅皮齐康伍余元卜顾孟黄穆萧尹姚邵汪毛米贝臧计伏戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房丁邓洪包左石崔吉龚程邢裴陆荣翁曲侯宁武符刘景詹龙叶司黎白蒲赖卓屠池谭冉申冷辛简廖温聂晁敖曾沙游肖岳]';
const POST = '书记|镇长|乡长|县长|市长|局长|主任|科长|所长|站长|部长|会计|同志|老师|经理';

/** Names as people write them in a question: 张书记, 老李, 小王, 王某某, 李建国主任. */
export const NAMED: readonly RegExp[] = [
  new RegExp(`${SURNAME}(?:某{1,2}|\\p{Script=Han}{0,2})(?=${POST})`, 'gu'),
  new RegExp(`[老小]${SURNAME}(?=[的家是说在被把和跟，。,.？?]|$)`, 'gu'),
  new RegExp(`${SURNAME}某{1,2}`, 'gu'),
];
