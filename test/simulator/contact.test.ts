import { describe, expect, it } from 'vitest';
import { GROUP, LIN, QIU, refusal, world } from './world.ts';

const STRANGER = 'ou_ffffffffffffffffffffffffffffffff';

describe('B21 contact', () => {
  it('a batch drops who is unknown or out of scope without a word', async () => {
    const { client, platform } = await world();
    await platform.users.setState(QIU, 'out-of-scope');
    const { code, data } = await client.contact.v3.user.batch({ params: { user_ids: [LIN, QIU, STRANGER] } });
    expect(code).toBe(0);
    expect(data?.items?.map((each) => each.name)).toEqual(['林晓']);
  });

  it('a single user: 41012 unknown, 41050 out of scope', async () => {
    const { client, platform } = await world();
    const get = (id: string) => client.contact.v3.user.get({ path: { user_id: id } });
    expect((await get(LIN)).data?.user).toMatchObject({
      open_id: LIN,
      name: '林晓',
      status: { is_frozen: false },
    });
    expect(await refusal(get(STRANGER))).toMatchObject({ code: 41012 });
    await platform.users.setState(QIU, 'out-of-scope');
    expect(await refusal(get(QIU))).toMatchObject({ status: 400, code: 41050 });
  });

  it('without permissions fields vanish, with code 0', async () => {
    const { client, platform } = await world();
    platform.faults.contactFields = false;
    const { code, data } = await client.contact.v3.user.get({ path: { user_id: LIN } });
    expect(code).toBe(0);
    expect(Object.keys(data?.user ?? {})).toEqual(['open_id', 'union_id']);
    platform.faults.employeeIds = true;
    const more = await client.contact.v3.user.get({ path: { user_id: LIN } });
    expect(Object.keys(more.data?.user ?? {})).toEqual(['open_id', 'union_id', 'user_id']);
    const union = more.data?.user?.union_id ?? '';
    const same = await client.contact.v3.user.get({
      path: { user_id: union },
      params: { user_id_type: 'union_id' },
    });
    expect(same.data?.user?.open_id).toBe(LIN);
  });

  it('a department lists direct members in pages of at most 50; a page in the middle can fail', async () => {
    const { client, platform } = await world();
    for (let i = 0; i < 120; i += 1)
      platform.addPerson({
        openId: `ou_${String(i).padStart(32, '0')}`,
        name: `干部${i}`,
        title: '',
        state: 'active',
        departments: ['od-1'],
      });
    const read = (size: number, token?: string, department = 'od-1') =>
      client.contact.v3.user.findByDepartment({
        params: { department_id: department, page_size: size, ...(token && { page_token: token }) },
      });
    const first = await read(50);
    expect(first.data).toMatchObject({ has_more: true });
    platform.faults.inject({ path: '/open-apis/contact', times: 1, kind: 'status-502', status: 500 });
    await expect(read(50, first.data?.page_token)).rejects.toMatchObject({ response: { status: 500 } });
    const second = await read(50, first.data?.page_token);
    const third = await read(50, second.data?.page_token);
    expect(third.data).toMatchObject({ has_more: false });
    const names = [first, second, third].flatMap(({ data }) => data?.items?.map((each) => each.name) ?? []);
    expect(new Set(names)).toHaveLength(120);
    expect(await refusal(read(51))).toMatchObject({ code: 40011 });
    expect(await refusal(read(50, 'nonsense'))).toMatchObject({ code: 40012 });
    expect(await refusal(read(50, undefined, 'od-unknown'))).toMatchObject({ status: 403, code: 40004 });
    expect((await read(50, undefined, '0')).data?.items).toHaveLength(2);
  });

  it('the scope lists who is in it', async () => {
    const { client, platform } = await world();
    await platform.users.setState(QIU, 'resigned');
    const { data } = await client.contact.v3.scope.list({ params: { user_id_type: 'open_id' } });
    expect(data).toMatchObject({ user_ids: [LIN], has_more: false });
  });

  it('ids by mobile and e-mail: `user_id` is missing when nobody was found', async () => {
    const { client, platform } = await world();
    platform.addPerson({
      openId: STRANGER,
      name: '方远',
      title: '',
      state: 'active',
      mobile: '13000000001',
    });
    const { data } = await client.contact.v3.user.batchGetId({
      data: { mobiles: ['13000000001', '13000000002'] },
      params: { user_id_type: 'open_id' },
    });
    expect(data?.user_list).toEqual([
      { mobile: '13000000001', user_id: STRANGER },
      { mobile: '13000000002' },
    ]);
  });
});

describe('B22 members of a group', () => {
  it('people only, in pages that may be short', async () => {
    const { client, platform } = await world();
    const read = (token?: string) =>
      client.im.v1.chatMembers.get({
        path: { chat_id: GROUP },
        params: { page_size: 2, ...(token && { page_token: token }) },
      });
    expect((await read()).data).toMatchObject({
      items: [{ member_id: LIN, name: '林晓' }, { member_id: QIU }],
      has_more: false,
      member_total: 2,
    });
    platform.faults.shortPages = true;
    const first = await read();
    expect(first.data).toMatchObject({ items: [{ member_id: LIN }], has_more: true });
    expect((await read(first.data?.page_token)).data).toMatchObject({ items: [{ member_id: QIU }] });
  });

  it('refused when the chat is unknown or the bot is not in it', async () => {
    const { client, platform } = await world();
    const read = (id: string) => client.im.v1.chatMembers.get({ path: { chat_id: id } });
    expect(await refusal(read('oc_unknown'))).toMatchObject({ code: 232006 });
    await platform.users.removeBotFromGroup(LIN, GROUP);
    expect(await refusal(read(GROUP))).toMatchObject({ code: 232011 });
  });
});
