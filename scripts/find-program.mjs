/** Finds a program: where the environment names it, on the path, or where it usually lies. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of one that is called, or nothing. */
export const onPath = (name) => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isProgram);
};

/** Its path, nothing, or why there is none: what `variable` names is no program. */
export function findProgram({ variable, names, places = [] }) {
  const named = process.env[variable];
  if (!named) return { path: names.map(onPath).find(Boolean) ?? places.find(isProgram) };
  return isProgram(named) ? { path: named } : { why: `${variable} names ${named}, which is no program: correct it.` };
}
