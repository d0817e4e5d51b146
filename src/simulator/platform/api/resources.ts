import type { Buffer } from 'node:buffer';
import type { Core } from '../core.ts';
import type { Resource } from '../resources.ts';
import { type ApiAnswer, type ApiCall, Refusal, type Route, success } from './call.ts';
import { ownOrAny } from './message-data.ts';
import { partsOf } from './multipart.ts';

const MB = 1024 * 1024;
const FILE_TYPES = new Set(['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream']);
/** First bytes of JPG, PNG, WEBP/RIFF, GIF, BMP, ICO, TIFF (both orders); HEIC has `ftyp` at 4. */
const PICTURES = ['ffd8ff', '89504e47', '52494646', '47494638', '424d', '00000100', '49492a00', '4d4d002a'];

export function resourceRoutes(): Route[] {
  return [
    { method: 'POST', path: '/open-apis/im/v1/images', access: 'tenant', handle: uploadImage },
    { method: 'POST', path: '/open-apis/im/v1/files', access: 'tenant', handle: uploadFile },
    {
      method: 'GET',
      path: '/open-apis/im/v1/messages/:message_id/resources/:file_key',
      access: 'tenant',
      handle: download,
    },
    {
      method: 'GET',
      path: '/open-apis/im/v1/images/:image_key',
      access: 'tenant',
      handle: (core, call) => bytesOf(own(core, call.params.image_key)),
    },
  ];
}

function uploadImage(core: Core, call: ApiCall): ApiAnswer {
  const parts = partsOf(call.raw, call.header('content-type') ?? '');
  const type = parts.get('image_type')?.toString();
  if (type !== 'message' && type !== 'avatar') throw new Refusal(234001, 'Invalid request param: image_type');
  const bytes = sized(parts.get('image'), 10 * MB);
  if (!isPicture(bytes)) throw new Refusal(234011, "Can't recognize the image format");
  const key = `img_v3_${core.ids.hex(32)}`;
  core.resources.add({ key, kind: 'image', type, name: '', bytes, owner: 'bot' });
  return success({ image_key: key });
}

function uploadFile(core: Core, call: ApiCall): ApiAnswer {
  const parts = partsOf(call.raw, call.header('content-type') ?? '');
  const type = parts.get('file_type')?.toString() ?? '';
  const name = parts.get('file_name')?.toString() ?? '';
  if (!FILE_TYPES.has(type)) throw new Refusal(234001, 'Invalid request param: file_type');
  if (name === '') throw new Refusal(234001, 'Invalid request param: file_name');
  const bytes = sized(parts.get('file'), 30 * MB);
  const key = `file_v3_${core.ids.hex(32)}`;
  core.resources.add({ key, kind: 'file', type, name, bytes, owner: 'bot' });
  return success({ file_key: key });
}

function download(core: Core, call: ApiCall): ApiAnswer {
  const message = ownOrAny(core, call.params.message_id);
  const type = call.query('type');
  if (type !== 'image' && type !== 'file') throw new Refusal(234001, 'Invalid request param: type');
  if (!core.chats.get(message.chatId)?.hasBot) throw new Refusal(234004, 'The app is not in the chat');
  if (message.type === 'interactive') throw new Refusal(234043, 'Unsupported message type');
  const key = call.params.file_key ?? '';
  const resource = core.resources.get(key);
  if (!resource || !message.content.includes(key)) throw new Refusal(234003, 'File not in message');
  return bytesOf(resource);
}

function own(core: Core, key = ''): Resource {
  const resource = core.resources.get(key);
  if (resource?.owner !== 'bot') throw new Refusal(234008, 'The app is not the resource sender');
  return resource;
}

function bytesOf(resource: Resource): ApiAnswer {
  return { status: 200, body: resource.bytes, headers: { 'content-type': 'application/octet-stream' } };
}

function sized(bytes: Buffer | undefined, most: number): Buffer {
  if (!bytes) throw new Refusal(234001, 'Invalid request param: no file');
  if (bytes.length === 0) throw new Refusal(234010, "File's size can't be 0");
  if (bytes.length > most) throw new Refusal(234006, 'The file size exceed the max value');
  return bytes;
}

function isPicture(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 12).toString('hex');
  return PICTURES.some((start) => head.startsWith(start)) || bytes.subarray(4, 8).toString() === 'ftyp';
}
