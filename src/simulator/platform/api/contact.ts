import type { Core } from '../core.ts';
import { employeeId, type IdType, unionId } from '../directory.ts';
import type { DirectoryPerson } from '../types.ts';
import { type ApiCall, Refusal, type Route, success } from './call.ts';
import { page } from './paging.ts';

const ROOT = '0';
const USERS = '/open-apis/contact/v3/users';

export function contactRoutes(): Route[] {
  const route = (path: string, handle: Route['handle']): Route => ({
    method: 'GET',
    path,
    access: 'tenant',
    handle,
  });
  return [
    route(`${USERS}/batch`, batch),
    route(`${USERS}/find_by_department`, findByDepartment),
    { ...route(`${USERS}/batch_get_id`, batchGetId), method: 'POST' },
    route(`${USERS}/:user_id`, user),
    route('/open-apis/contact/v3/scopes', scopes),
  ];
}

function user(core: Core, call: ApiCall) {
  const person = core.directory.find(call.params.user_id ?? '', idType(call));
  if (!person) throw new Refusal(41012, 'user id invalid');
  if (!inScope(core, person)) throw new Refusal(41050, 'no user authority');
  return success({ user: userData(core, person) });
}

/** Ids that are unknown or out of the app's scope are dropped without a word. */
function batch(core: Core, call: ApiCall) {
  const ids = call.queries('user_ids');
  if (ids.length === 0 || ids.length > 50) throw new Refusal(40001, 'param error: user_ids');
  const people = ids.flatMap((id) => core.directory.find(id, idType(call)) ?? []);
  return success({
    items: people.filter((person) => inScope(core, person)).map((each) => userData(core, each)),
  });
}

/** Direct members only. */
function findByDepartment(core: Core, call: ApiCall) {
  const department = call.query('department_id');
  if (!department) throw new Refusal(40001, 'param error: department_id');
  const known = core.directory.all().filter((person) => inScope(core, person));
  const here = known.filter((person) => departmentsOf(person).includes(department));
  if (here.length === 0 && department !== ROOT) throw new Refusal(40004, 'no dept authority', 403);
  const staying = here.filter((person) => person.state !== 'resigned').map((each) => userData(core, each));
  return success(page(call, staying, { standard: 10, most: 50 }));
}

function batchGetId(core: Core, call: ApiCall) {
  const list = (key: string) => (Array.isArray(call.body[key]) ? (call.body[key] as string[]) : []);
  const entry = (key: 'email' | 'mobile', value: string) => {
    const found = core.directory.all().find((person) => person[key] === value && inScope(core, person));
    return { [key]: value, ...(found && { user_id: idIn(found, idType(call)) }) };
  };
  const emails = list('emails');
  const mobiles = list('mobiles');
  if (emails.length > 50 || mobiles.length > 50) throw new Refusal(40001, 'param error: more than 50');
  return success({
    user_list: [
      ...emails.map((each) => entry('email', each)),
      ...mobiles.map((each) => entry('mobile', each)),
    ],
  });
}

function scopes(core: Core, call: ApiCall) {
  const people = core.directory
    .all()
    .filter((person) => inScope(core, person) && person.state !== 'resigned');
  const departments = new Set(people.flatMap(departmentsOf));
  const { items, ...more } = page(call, people, { standard: 50, most: 100 });
  return success({
    department_ids: [...departments].filter((id) => id !== ROOT),
    user_ids: items.map((person) => idIn(person, idType(call))),
    group_ids: [],
    ...more,
  });
}

function inScope(core: Core, person: DirectoryPerson): boolean {
  const tenant = person.tenantKey ?? core.settings.tenantKey;
  return person.state !== 'out-of-scope' && tenant === core.settings.tenantKey;
}

function departmentsOf(person: DirectoryPerson): string[] {
  return person.departments ?? [ROOT];
}

function idType(call: ApiCall): IdType {
  const type = call.query('user_id_type') ?? 'open_id';
  if (type !== 'open_id' && type !== 'union_id' && type !== 'user_id')
    throw new Refusal(40001, 'param error: user_id_type');
  return type;
}

function idIn(person: DirectoryPerson, type: IdType): string {
  if (type === 'union_id') return unionId(person);
  return type === 'user_id' ? employeeId(person) : person.openId;
}

/** Without the permission for a field it is simply not there. */
export function userData(core: Core, person: DirectoryPerson): Record<string, unknown> {
  const ids = {
    open_id: person.openId,
    union_id: unionId(person),
    ...(core.faults.employeeIds && { user_id: employeeId(person) }),
  };
  if (!core.faults.contactFields) return ids;
  return {
    ...ids,
    name: person.name,
    en_name: '',
    nickname: '',
    ...(person.email && { email: person.email }),
    ...(person.mobile && { mobile: person.mobile }),
    job_title: person.title,
    gender: 0,
    avatar: {},
    status: {
      is_frozen: person.state === 'frozen',
      is_resigned: person.state === 'resigned',
      is_activated: true,
      is_exited: false,
      is_unjoin: false,
    },
    department_ids: departmentsOf(person),
    employee_type: 1,
    custom_attrs: [],
  };
}
