import { Buffer } from 'node:buffer';

const BLANK_LINE = '\r\n\r\n';

/**
 * Parts of a multipart body by name, as bytes. Own code because the standard `formData()` reads a part without a
 * file name as text, and the SDK sends pictures without one.
 */
export function partsOf(raw: Uint8Array, contentType: string): Map<string, Buffer> {
  const parts = new Map<string, Buffer>();
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (!boundary) return parts;
  const body = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const mark = Buffer.from(`--${boundary}`);
  let start = body.indexOf(mark);
  while (start >= 0) {
    const next = body.indexOf(mark, start + mark.length);
    if (next < 0) break;
    // Between the marks: line break, headers, blank line, bytes, line break.
    const part = body.subarray(start + mark.length + 2, next - 2);
    const head = part.indexOf(BLANK_LINE);
    const name = /name="([^"]*)"/.exec(part.subarray(0, head).toString('utf8'))?.[1];
    if (head >= 0 && name) parts.set(name, part.subarray(head + BLANK_LINE.length));
    start = next;
  }
  return parts;
}
