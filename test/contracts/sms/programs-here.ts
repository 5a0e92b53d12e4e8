import { accessSync, constants } from 'node:fs';

/** Whether programs of Debian's are here; where they are not, one line says which tests are left out. */
export function hasPrograms(name: string, ...paths: readonly string[]): boolean {
  try {
    for (const path of paths) accessSync(path, constants.X_OK);
    return true;
  } catch {
    console.warn(`${name} is not here: the tests that meet it are left out.`);
    return false;
  }
}
