/**
 * The folder that backups go to, where the browser lets a person pick one. A folder cannot be sent in a message, so the page in which it was
 * picked writes it down by itself: the one row that is not written by the background (docs/decisions/0022).
 */
import { reading, write } from './db.ts';

/** What of a folder is used; the browser's own types leave the permissions out. */
export interface BackupFolder {
  readonly name: string;
  queryPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
  getFileHandle(name: string, options: { create: boolean }): Promise<FileSystemFileHandle>;
  removeEntry(name: string): Promise<void>;
  keys(): AsyncIterable<string>;
}

const id = 'backup-folder';

export const saveFolder = (handle: BackupFolder): Promise<unknown> => write(['handles'], (db) => db.table('handles').put({ id, handle }));

export const removeFolder = (): Promise<unknown> => write(['handles'], (db) => db.table('handles').delete(id));

export const readFolder = (): Promise<BackupFolder | undefined> =>
  reading(async (db) => ((await db.table('handles').get(id)) as { handle: BackupFolder } | undefined)?.handle);

/** Older ones of ours make room; no other file is touched. */
const mostBackups = 7;
const isOurs = (name: string): boolean => /^earshot-backup-\d{4}-\d\d-\d\d(-\d{4})?\.json$/.test(name);

export class FolderProblem extends Error {
  override name = 'FolderProblem';
  constructor(readonly problem: 'permission' | 'gone' | 'failed') {
    super(problem);
  }
}

async function listBackups(folder: BackupFolder): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) if (isOurs(name)) names.push(name);
  return names.sort();
}

/** @throws FolderProblem */
async function refuseWithoutPermission(folder: BackupFolder): Promise<void> {
  const state = (await folder.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
  if (state !== 'granted') throw new FolderProblem('permission');
}

/** Writes the file whole or not at all, then lets go of the oldest. @throws FolderProblem */
export async function writeToFolder(folder: BackupFolder, name: string, pieces: Uint8Array<ArrayBuffer>[]): Promise<void> {
  await refuseWithoutPermission(folder);
  try {
    const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writable.write(new Blob(pieces));
    await writable.close();
    const surplus = (await listBackups(folder)).slice(0, -mostBackups);
    for (const old of surplus) await folder.removeEntry(old);
  } catch (error) {
    throw new FolderProblem(error instanceof DOMException && error.name === 'NotFoundError' ? 'gone' : 'failed');
  }
}
