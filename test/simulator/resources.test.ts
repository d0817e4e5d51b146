import { describe, expect, it } from 'vitest';
import { card, LIN, QIU, refusal, type World, world } from './world.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d', 'hex');

async function uploadImage({ client }: World, image = PNG): Promise<string> {
  const answer = await client.im.v1.image.create({ data: { image_type: 'message', image } });
  return answer?.image_key ?? '';
}

function send({ client }: World, type: string, content: object) {
  return client.im.v1.message.create({
    params: { receive_id_type: 'open_id' },
    data: { receive_id: LIN, msg_type: type, content: JSON.stringify(content) },
  });
}

describe('B16 pictures and files', () => {
  it('takes what the SDK sends: multipart, no file name, and gives the same bytes back', async () => {
    const w = await world();
    const key = await uploadImage(w);
    expect(key).toMatch(/^img_/);
    const response = await fetch(`${w.base}/open-apis/im/v1/images/${key}`, {
      headers: { authorization: `Bearer ${await w.token()}` },
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
    expect((await send(w, 'image', { image_key: key })).code).toBe(0);
  });

  it('size and format of pictures', async () => {
    const w = await world();
    expect(await refusal(uploadImage(w, Buffer.from('no picture')))).toMatchObject({ code: 234011 });
    const large = Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]);
    expect(await refusal(uploadImage(w, large))).toMatchObject({ code: 234006 });
  });

  it('an empty file and a missing name', async () => {
    const { base, token } = await world();
    const upload = async (parts: Record<string, string | Blob>) => {
      const body = new FormData();
      for (const [name, part] of Object.entries(parts)) body.set(name, part);
      const headers = { authorization: `Bearer ${await token()}` };
      const answer = await fetch(`${base}/open-apis/im/v1/files`, { method: 'POST', body, headers });
      return ((await answer.json()) as { code: number }).code;
    };
    const file = new Blob(['x']);
    expect(await upload({ file_type: 'stream', file_name: 'a.txt', file })).toBe(0);
    expect(await upload({ file_type: 'stream', file_name: 'a.txt', file: new Blob([]) })).toBe(234010);
    expect(await upload({ file_type: 'stream', file })).toBe(234001);
    expect(await upload({ file_type: 'poem', file_name: 'a.txt', file })).toBe(234001);
  });

  it('a file has to fit the message type and belong to the bot', async () => {
    const w = await world();
    const answer = await w.client.im.v1.file.create({
      data: { file_type: 'mp4', file_name: 'a.mp4', file: Buffer.from('x') },
    });
    expect(await refusal(send(w, 'file', { file_key: answer?.file_key }))).toMatchObject({ code: 230055 });
    expect(await refusal(send(w, 'image', { image_key: 'img_other' }))).toMatchObject({ code: 230017 });
  });

  it('what people send can be downloaded by message only', async () => {
    const w = await world();
    const picture = await w.platform.users.sendPicture(LIN);
    const file = await w.platform.users.sendFile(LIN, '计划.xlsx');
    const keyOf = (index: number) => {
      const message = w.bot.events('im.message.receive_v1')[index]?.body.event.message;
      return JSON.parse((message as { content: string }).content);
    };
    const get = async (messageId: string, key: string, type: string) =>
      fetch(`${w.base}/open-apis/im/v1/messages/${messageId}/resources/${key}?type=${type}`, {
        headers: { authorization: `Bearer ${await w.token()}` },
      });
    const good = await get(picture, keyOf(0).image_key, 'image');
    expect(
      Buffer.from(await good.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const bad = await get(picture, keyOf(1).file_key, 'file');
    expect(await bad.json()).toMatchObject({ code: 234003 });
    expect((await get(file, keyOf(1).file_key, 'file')).status).toBe(200);
  });
});

describe('B17 the SDK’s ways are taken', () => {
  it('DELETE and GET with the body `{}`, content type without charset, repeated keys, plain paths', async () => {
    const w = await world();
    const { data } = await send(w, 'interactive', card('一'));
    const id = data?.message_id ?? '';
    expect((await w.client.im.v1.message.get({ path: { message_id: id } })).code).toBe(0);
    expect((await w.client.im.v1.message.delete({ path: { message_id: id } })).code).toBe(0);
    const batch = await w.client.contact.v3.user.batch({
      params: { user_ids: [LIN, QIU], user_id_type: 'open_id' },
    });
    expect(batch.data?.items).toHaveLength(2);
  });
});
