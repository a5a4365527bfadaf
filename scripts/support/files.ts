import { constants, copyFile, link, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Moves a file to a name that must be free; false where it is taken. Works across file systems. */
async function moveTo(file: string, target: string): Promise<boolean> {
  try {
    // A link fails where the name is taken; a rename would overwrite.
    await link(file, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    try {
      await copyFile(file, target, constants.COPYFILE_EXCL);
    } catch (failure) {
      if (codeOf(failure) === 'EEXIST') return false;
      throw failure;
    }
  }
  await rm(file);
  return true;
}

/** Moves a file into a folder and returns its new path. Nothing is overwritten: a name taken gets a number. */
export async function moveInto(folder: string, file: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const { name, ext } = path.parse(file);
  for (let count = 1; ; count++) {
    const target = path.resolve(folder, count === 1 ? `${name}${ext}` : `${name}-${count}${ext}`);
    if (await moveTo(file, target)) return target;
  }
}
