/** Quotients and sums of figures on record. Patterns run on `plainly(text)`. */

export const MEAN_ASKED =
  /平均|均摊|平摊|摊到|摊下来|均下来|均一下|平下来|分到|人均|每(个)?(乡镇|镇|乡|期|班)|一个(乡镇|镇|乡|班)|一(期|班)(多少|几)/;
export const FUNDS = /五小|周转房|wuxiao|zzf/i;
export const MONEY = /钱|花|投入|投了|投在|投到|投进|投资|资金|多少万|经费/;
/** 599 posts and the mean of 31 are counted in two ways: divided only when both numbers are given. */
export const POSTS = /编制|下沉|专项编|挤出/;
export const POSTS_DIVIDED = /599.*19|19.*599/;
export const RECRUITED =
  /((?<!乡)补充?了?|引进了?|进了|招了?|新进|增加了?)(多少|几|了|来)?(人(?!均)|名|个)|补充.{0,4}人|(?<!乡)补人(?!均)|进人|134/;
export const MAIN_CLASSES = /主体班/;
export const TOPIC_CLASSES = /专题|短训|短期班/;
export const SUM_ASKED = /一共|总共|合计|加起来|加一块|拢共/;
export const TRAINED = /人次|多少人|几个人|培训/;

export const GROUPS_ASKED =
  /(一共|总共|合计|拢共|全部|能管|能联系|总数).{0,12}(多少|几)|(多少|几)个?.{0,8}(一共|总共|合计)/;
export const POINTS = /乡镇|街道|联系点|点|镇/;
/** `17个组`, `每组2到3个`. */
export const GROUP_COUNT =
  /(?<!每)(\d{1,3}|[二两三四五六七八九十][一二三四五六七八九十]*)个?(干部)?(日常)?(考察)?组/;
export const POINTS_EACH =
  /(?:每|一)个?(?:考察)?组(?:联系|管|负责|包|带|分)?(?<least>\d{1,2}|[一二两三四五六七八九十])(?:(?:到|至|-|—|–|~|、)(?<most>\d{1,2}|[一二两三四五六七八九十]))?个?/;

export const SECRETARIES = /书记/;
export const PROMOTED = /提(拔|了|到|县|任)|提拔/;
export const SHARE_ASKED = /占比|比例|百分之几|百分比|几成|提拔率|占(了)?(多少|几)|多大比|多高/;
export const PROMOTED_OF =
  /(?<whole>\d{1,4})(?:个|名|位)?.{0,12}?书记.{0,10}?(?:提拔?|有)(?:了|到)?(?<part>\d{1,4})/;
export const PROMOTED_AFTER = /书记(?<whole>\d{1,4})(?:个|名|位|人).{0,6}?提拔?(?:了|到)?(?<part>\d{1,4})/;
/** 15个里头提了10个: nothing says who, so only the figures on record are read so. */
export const PROMOTED_ANYBODY =
  /(?<whole>\d{1,4})(?:个|名|位|人)?(?:人|当中|里头|里面|里边|里|中)?.{0,4}?提拔?(?:了|到)?(?<part>\d{1,4})/;
export const EXCELLENT = /五强|五优|获评/;
