import { createHash } from 'node:crypto';

/** Unlike any id given out before, even when the dice always show the same. */
export class Ids {
  #given = 0;

  constructor(private readonly dice: () => number) {}

  bytes(length: number): Buffer {
    const blocks: Buffer[] = [];
    for (let have = 0; have < length; have += 32) {
      this.#given += 1;
      blocks.push(createHash('sha256').update(`${this.#given}:${this.dice()}:${this.dice()}`).digest());
    }
    return Buffer.concat(blocks).subarray(0, length);
  }

  hex(length: number): string {
    return this.bytes(Math.ceil(length / 2))
      .toString('hex')
      .slice(0, length);
  }

  message(): string {
    return `om_x100b${this.hex(24)}`;
  }

  digits(length: number): string {
    return [...this.bytes(length)].map((byte) => byte % 10).join('');
  }
}

/** The same for the same seed: what has to survive a restart of the demo (private chats, union ids). */
export function fixedHex(seed: string, length: number): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, length);
}
