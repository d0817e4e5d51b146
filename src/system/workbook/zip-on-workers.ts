import { type FlateCallback, type Zippable, zipSync } from '#fflate';

/**
 * Takes the place of `fflate` on Cloudflare Workers (`alias` in `wrangler.toml`): there are no threads to be had there,
 * and for files above 160 KB its `zip`, which `write-excel-file` calls, would start some.
 */
export * from '#fflate';

export function zip(files: Zippable, callback: FlateCallback): void {
  try {
    callback(null, zipSync(files));
  } catch (error) {
    callback(error as Parameters<FlateCallback>[0], new Uint8Array());
  }
}
