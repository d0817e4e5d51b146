/** How entries name an office, and the names under which units of the roster do that work. */
export const OFFICE_NAMES: Readonly<Record<string, readonly string[]>> = {
  人社局: ['人力资源和社会保障', '人社'],
  编办: ['机构编制委员会办公室', '编制委员会办公室', '编委办', '编办'],
  网信办: ['网络安全和信息化委员会办公室', '互联网信息办公室', '网信办'],
  政数局: ['政务服务和数据管理局', '政务数据', '数据局', '数据管理局', '政数局'],
  考核办: ['考核委员会办公室', '考核工作', '考核办'],
  住建部门: ['住房和城乡建设局', '住建局'],
  机关事务: ['机关事务'],
  纪委监委: ['纪委监委', '纪委', '纪律检查委员会'],
};

/** The offices of Party committee and government, whatever each of them is called. */
export const BOTH_OFFICES = '两办';

/** What stands between several offices. */
export const OFFICE_SEPARATOR = /[、，,；;]|或者|或|以及/;

/** Level in front of a name: the same office of another level does the same work there. */
export const OFFICE_LEVEL = /^(?:省|市|县|区|旗|市委|县委|区委|旗委)(?=[\p{Script=Han}]{3,})/u;

/** Too general to tell one office from another. */
export const ANY_OFFICE = /^(?:办公室|政府办公室|有关部门|责任部门)$/;
