import { Buffer } from 'node:buffer';

export interface Resource {
  key: string;
  kind: 'image' | 'file';
  /** `file_type` of the upload; people's files are `stream`. */
  type: string;
  name: string;
  bytes: Uint8Array;
  /** Keys belong to whoever uploaded. */
  owner: 'bot' | 'person';
}

/** One white dot: what people photograph in a simulator. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

export class Resources {
  #all = new Map<string, Resource>();

  add(resource: Resource): Resource {
    this.#all.set(resource.key, resource);
    return resource;
  }

  picture(key: string): Resource {
    return this.add({ key, kind: 'image', type: 'message', name: '', bytes: DOT, owner: 'person' });
  }

  file(key: string, name: string): Resource {
    return this.add({ key, kind: 'file', type: 'stream', name, bytes: Buffer.from(name), owner: 'person' });
  }

  all(): Resource[] {
    return [...this.#all.values()];
  }

  get(key: string): Resource | undefined {
    return this.#all.get(key);
  }
}
