import type { Period } from '../core/measures.ts';
import type { Author } from '../core/model.ts';
import { reading } from './db.ts';
import { eachSlice } from './slices.ts';

export interface ListedNames {
  names: string[];
  handles: string[];
}

/** Of everyone who wrote a mention in the time, or was answered by one, and of everyone who is kept. */
export const listKnownNames = ({ from, to }: Period): Promise<ListedNames> =>
  reading(async (db) => {
    const [names, handles] = [new Set<string>(), new Set<string>()];
    const add = ({ name, handle }: Author) => {
      if (name) names.add(name);
      if (handle) handles.add(handle);
    };
    await eachSlice(db.mentions, 'seenAt', { from, to }, (mentions) => {
      for (const { author, parent } of mentions) {
        add(author);
        if (parent?.author) add(parent.author);
      }
    });
    await db.people.each(({ id, name }) => add({ name, handle: id.slice(id.indexOf(':') + 1) }));
    return { names: [...names], handles: [...handles] };
  });
