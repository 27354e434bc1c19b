import type { Mention, Person } from '../core/model.ts';
import { reading } from './db.ts';

/** Someone who wrote a mention. `id` is `site:handle`. */
export interface PersonSummary {
  id: string;
  site: string;
  handle: string;
  name: string;
  url?: string;
  tags: string[];
  note: string;
  mentions: number;
  lastSeenAt: number;
}

/** People are summed up from this many of the newest mentions, so that the page opens as fast at a million as at ten. */
const lookedAt = 5_000;

function addMention(people: Map<string, PersonSummary>, { site, author, seenAt }: Mention): void {
  if (!author.handle) return;
  const id = `${site}:${author.handle}`;
  const known = people.get(id);
  if (known) known.mentions += 1;
  else
    people.set(id, {
      id,
      site,
      handle: author.handle,
      name: author.name ?? author.handle,
      ...(author.url ? { url: author.url } : {}),
      tags: [],
      note: '',
      mentions: 1,
      lastSeenAt: seenAt,
    });
}

function addKept(people: Map<string, PersonSummary>, { id, name, tags, note }: Person): void {
  const [site = '', ...handle] = id.split(':');
  const known = people.get(id) ?? { id, site, handle: handle.join(':'), name, mentions: 0, lastSeenAt: 0, tags, note };
  people.set(id, { ...known, name: name || known.name, tags, note });
}

/** Who wrote the latest mentions, and whoever was kept by hand; the most talkative first. */
export function listPeople(limit = 500): Promise<PersonSummary[]> {
  return reading(async (db) => {
    const [recent, kept] = await Promise.all([db.mentions.orderBy('seenAt').reverse().limit(lookedAt).toArray(), db.people.toArray()]);
    const people = new Map<string, PersonSummary>();
    for (const mention of recent) if (!mention.own) addMention(people, mention);
    for (const person of kept) addKept(people, person);
    return [...people.values()].sort((a, b) => b.mentions - a.mentions || b.lastSeenAt - a.lastSeenAt).slice(0, limit);
  });
}
