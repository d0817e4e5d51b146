import { type AsyncZippable, type FlateCallback, zipSync } from '#fflate';

/**
 * Takes the place of `fflate` on Cloudflare Workers (`alias` in `wrangler.toml`): there are no threads to be had there,
 * and for files above 160 KB its `zip`, which `write-excel-file` calls, would start some.
 */
export * from '#fflate';

export function zip(files: AsyncZippable, callback: FlateCallback): void {
  try {
    callback(null, zipSync(files as Parameters<typeof zipSync>[0]));
  } catch (error) {
    callback(error as Parameters<FlateCallback>[0], new Uint8Array());
  }
}
