import { excerptOf } from '../../core/mention.ts';
import type { Capture } from '../../core/model.ts';
import type { TabMention } from '../../messages/tab-contract.ts';

type Heard = Pick<Capture, 'author' | 'text' | 'hits' | 'keywordIds'>;

interface Entry extends Heard {
  root: WeakRef<Element>;
  /** Made when it is first asked for, so that a list of thousands is not made anew each time. */
  summary?: TabMention;
}

function summarize(id: string, entry: Entry): TabMention {
  if (entry.summary) return entry.summary;
  const { author, text, hits, keywordIds } = entry;
  const excerpt = excerptOf(text, hits);
  entry.summary = { id, author, keywordIds, excerpt: excerpt.text, hits: excerpt.hits };
  return entry.summary;
}

/** What was heard on this page since it was last left, also where a virtualised list has taken the post out again. */
export function createMentions(onCount: (count: number) => void) {
  const entries = new Map<string, Entry>();
  const most = 2_000;
  const tell = () => onCount(entries.size);

  function rootOf(id: string): Element | undefined {
    const root = entries.get(id)?.root.deref();
    return root?.isConnected ? root : undefined;
  }
  return {
    rootOf,
    has: (id: string) => entries.has(id),
    /** What was heard of it. */
    get: (id: string): Heard | undefined => entries.get(id),
    count: () => entries.size,
    ids: () => [...entries.keys()],
    find(id: string): TabMention | undefined {
      const entry = entries.get(id);
      return entry && summarize(id, entry);
    },
    /** The keyword a mention is told apart by: that of its first hit, where it has one. */
    firstKeyword: (id: string) => entries.get(id)?.keywordIds[0],
    set(id: string, root: Element, { author, text, hits, keywordIds }: Heard) {
      if (entries.size < most || entries.has(id)) entries.set(id, { author, text, hits, keywordIds, root: new WeakRef(root) });
      tell();
    },
    /** The same post, in another element. */
    move(id: string, root: Element) {
      const entry = entries.get(id);
      if (entry) entry.root = new WeakRef(root);
    },
    remove(id: string) {
      if (entries.delete(id)) tell();
    },
    clear() {
      entries.clear();
      tell();
    },
    /** After going to another page within the site: what is not shown any more belongs to the page before. */
    keepShown() {
      for (const id of [...entries.keys()]) if (!rootOf(id)) entries.delete(id);
      tell();
    },
    /** In the order they stand in the page; those that are out of it last. */
    list(): TabMention[] {
      const place = ([id]: [string, Entry]) => rootOf(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
      return [...entries]
        .map((entry) => ({ top: place(entry), mention: summarize(...entry) }))
        .sort((a, b) => (a.top === b.top ? 0 : a.top - b.top))
        .map(({ mention }) => mention);
    },
  };
}

export type Mentions = ReturnType<typeof createMentions>;
