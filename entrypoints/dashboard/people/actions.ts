/** What is done with people, each with its way back. */

import { word } from '../../../components/words.ts';
import { type PersonChange, splitPersonId } from '../../../core/people.ts';
import { send } from '../../../messages/send.ts';
import { readPeopleRows } from '../../../storage/people.ts';
import type { PageProps } from '../page-props.ts';

export function makePeopleActions({ editing, notify }: Pick<PageProps, 'editing' | 'notify'>) {
  /** The rows are read before anything is changed, and put back as they were. */
  async function change(ids: readonly string[], work: () => Promise<unknown>, said: string): Promise<boolean> {
    const before = await readPeopleRows(ids);
    if (!(await editing.attempt(work()))) return false;
    notify({ text: said, undo: () => void editing.attempt(send('person/restore', { people: before })) });
    return true;
  }
  return {
    async reply(id: string) {
      if (await editing.attempt(send('mention/answer', { id }), 'couldNotOpen')) notify({ text: word('openingPost') });
    },
    async join(a: string, b: string) {
      const before = await readPeopleRows([a, b]);
      const asked = send('person/join', { a, b });
      if (!(await editing.attempt(asked))) return;
      if (!(await asked).joined) return notify({ text: word('joinedTooMany'), bad: true });
      notify({ text: word('joined'), undo: () => void editing.attempt(send('person/restore', { people: before })) });
    },
    split: (id: string) => change([id], () => send('person/split', { id }), word('splitNow')),
    apart: (a: string, b: string) => change([a, b], () => send('person/apart', { a, b }), word('keptApart')),
    save: (id: string, part: PersonChange) =>
      change([id], () => send('person/save', { id, change: toRequest(part) }), word('personSaved', part.name || splitPersonId(id).handle)),
  };
}

const toRequest = ({ name, tags, note, fields }: PersonChange) => ({
  ...(name === undefined ? {} : { name }),
  ...(tags === undefined ? {} : { tags: [...tags] }),
  ...(note === undefined ? {} : { note }),
  ...(fields === undefined ? {} : { fields: { ...fields } }),
});

export type PeopleActions = ReturnType<typeof makePeopleActions>;
