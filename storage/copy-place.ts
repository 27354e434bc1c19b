import type { CopyPlace } from './second-copy.ts';

/** The origin's private files: neither wiped with the database nor open to content scripts. */
function inFiles(directory: FileSystemDirectoryHandle): CopyPlace {
  return {
    async read(name) {
      try {
        return await (await (await directory.getFileHandle(name)).getFile()).text();
      } catch {
        return undefined;
      }
    },
    async write(name, text) {
      const writable = await (await directory.getFileHandle(name, { create: true })).createWritable();
      await writable.write(text);
      // The file changes only here, whole: a kill before leaves the old one.
      await writable.close();
    },
    remove: (name) => directory.removeEntry(name).catch(() => undefined),
  };
}

/** The extension's own storage, as far as it is used here. */
export interface KeyValueArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

const key = (name: string): string => `copy:${name}`;

/** Where a browser has no private files for us. */
export function inArea(area: KeyValueArea): CopyPlace {
  return {
    async read(name) {
      const found = (await area.get(key(name)))[key(name)];
      return typeof found === 'string' ? found : undefined;
    },
    write: (name, text) => area.set({ [key(name)]: text }),
    remove: (name) => area.remove(key(name)),
  };
}

/** Files where they can really be written, `area` otherwise. */
export async function findCopyPlace(area: KeyValueArea): Promise<CopyPlace> {
  try {
    const root = await navigator.storage.getDirectory();
    const directory = await root.getDirectoryHandle('second-copy', { create: true });
    const files = inFiles(directory);
    await files.write('probe', 'ok');
    if ((await files.read('probe')) === 'ok') return files;
  } catch {
    // No private files in this browser, or not for extensions, or not in private mode.
  }
  return inArea(area);
}
