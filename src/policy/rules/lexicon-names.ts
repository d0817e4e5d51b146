/** One character with which most family names begin. */
export const SURNAME =
  '[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳唐罗薛雷贺倪汤滕殷毕郝安常乐于傅皮齐康伍余元卜顾孟黄穆萧尹姚邵汪毛米贝臧计伏戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房丁邓洪包左石崔吉龚程邢裴陆荣翁曲侯宁武符刘景詹龙叶司黎白蒲赖卓屠池谭冉申冷辛简廖温聂晁敖曾沙游肖岳]';

/** Words that begin like a name and are none. */
const NO_NAME =
  '严[禁肃格重防]|方[面法案式便]|高[度校标质层]|金[额融钱]|安[全排置]|常[见规委务常]|于[是此]|万[一元]|项[目下]|时[候间]|成[员立果]|管[理得用]|计[划算入]|任[何职用务意命]|程[序度]|江[西苏]|路[线费]|白[头条]|余[额下]|元[月旦]|水[利电]|云[南讲]|马[上]|花[钱费]|华[北东]|强[制调化]|盛[行]|季[度]|荣[誉]|贺[信]|纪[检委律要]|武[装]|石[油]|温[馨]|游[客]|支[部书持付]|包[括村含]|左[右]|房[屋子]|章[程]|单[位]|许[多可]|何[时人种]|施[行工]|龙[头]|申[请报]|简[报单]|路[上]|童[年]|景[区]|司[法机]|池[塘]|冷[藏]|夏[天季粮]|田[地]|毛[病]|米[面]|孔[洞]|吉[林]|宁[夏]|康[养]|齐[全]|乐[于]|叶[片]|符[合]|钟[头]|林[业]|曾[经]|贝[类]|苏[州]|和[谐]';

export const POST =
  '书记|镇长|乡长|县长|市长|区长|村长|局长|主任|科长|股长|所长|站长|部长|院长|校长|处长|主席|会计|出纳|支书|经理|组长|队长|委员|常委|秘书|司机';

/** A man of no post whom a question can be about. */
const TITLE = `${POST}|同志|老师`;

/** Names as people write them in a question: 张书记, 老李, 小王, 王某某, 李建国主任. */
export const NAMED: readonly RegExp[] = [
  new RegExp(`${SURNAME}(?:某{1,2}|\\p{Script=Han}{0,2})(?=${TITLE})`, 'gu'),
  new RegExp(`[老小]${SURNAME}(?=[的家是说在被把和跟，。,.？?]|$)`, 'gu'),
  new RegExp(`${SURNAME}某{1,2}`, 'gu'),
];

/** 王某某, 老李, 张书记, 李建国主任: a certain person, by name. */
export const BY_NAME = `(?:${SURNAME}某{1,2}|[老小](?!${NO_NAME})${SURNAME}(?![\\p{Script=Han}]{0,1}(?:板|镇|河|区|学))|(?!${NO_NAME})${SURNAME}\\p{Script=Han}{0,2}(?:${POST}))`;

/** 我们书记, 俺村会计, 那个镇长, 隔壁村支书, 现任局长: a certain person, by post. */
export const BY_POST = `(?:(?:我们?|咱们?|他们?|你们?|这个|那个|这位|那位|某个|有个|隔壁|前任|现任|原|原来的|新来的|上一任)\\p{Script=Han}{0,8}?(?:${POST}|领导|干部|班子))`;

/** 张三, 李建国 at the beginning of a clause. */
export const FULL_NAME = `(?:^(?!${NO_NAME})${SURNAME}(?!${POST})\\p{Script=Han}{1,2})`;
