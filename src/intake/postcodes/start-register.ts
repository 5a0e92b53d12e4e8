import { createRequire } from 'node:module';
import type { Postcode } from '#domain/address/postcodes.ts';

/** The register a county starts from: code and place only, as old as the package. An uploaded one takes its place. */
export function startRegister(): readonly Postcode[] {
  // `as`: the package is one object, code → place; it is CommonJS without types.
  const register = createRequire(import.meta.url)('norway-postal-codes') as Readonly<Record<string, string>>;
  return Object.entries(register).map(([code, place]) => ({ code, place }));
}
