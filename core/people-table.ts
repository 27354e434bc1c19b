/**
 * People as a table that a CRM's import takes. The column names are those each of them finds its fields by: help.salesforce.com, "Field Mapping
 * for Importing Leads" (a lead needs a last name and a company); knowledge.hubspot.com, "Import records and activities" (a contact needs a
 * name or an e-mail address). No cell can be run as a formula.
 */
import { guessFirstName } from './first-name.ts';
import { hasPersonTag } from './people.ts';
import { guardCell } from './spreadsheet-cell.ts';

export type Crm = 'salesforce' | 'hubspot';

/** All that is told of a person. Times are milliseconds since 1970. */
export interface ToldPerson {
  readonly name: string;
  readonly handle: string;
  /** Where they write, as people call it, and under which address. */
  readonly places: readonly { readonly site: string; readonly handle: string; readonly url?: string | undefined }[];
  readonly tags: readonly string[];
  readonly note: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly mentions: number;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
}

const fieldOf = ({ fields }: ToldPerson, ...names: readonly string[]): string => {
  for (const name of names) if (Object.hasOwn(fields, name)) return fields[name] ?? '';
  return '';
};

/** No guess rather than a wrong one: who cannot be told apart into two names has a last name only, and without any it is the handle. */
export function splitName(name: string, handle: string): { first: string; last: string } {
  const whole = name.trim().replace(/\s+/g, ' ');
  const first = guessFirstName(whole);
  const rest = first && whole.toLowerCase().startsWith(`${first.toLowerCase()} `) ? whole.slice(first.length).trim() : '';
  return first && rest ? { first, last: rest } : { first: '', last: whole || handle };
}

const dayOf = (time: number): string => (time > 0 ? new Date(time).toISOString().slice(0, 10) : '');

/** What has no column of its own. */
function tellRest(person: ToldPerson, taken: readonly string[]): string {
  const { places, mentions, firstSeenAt, lastSeenAt, tags, note, fields } = person;
  const others = Object.entries(fields).filter(([name]) => !taken.includes(name));
  return [
    places.map(({ site, handle, url }) => `${site}: ${handle}${url ? ` (${url})` : ''}`).join('; '),
    firstSeenAt > 0 ? `Mentions: ${mentions}, first seen ${dayOf(firstSeenAt)}, last seen ${dayOf(lastSeenAt)}` : '',
    tags.length > 0 ? `Tags: ${tags.join(', ')}` : '',
    ...others.map(([name, value]) => `${name}: ${value}`),
    note,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const known = ['company', 'email', 'phone', 'title', 'role', 'website'] as const;

/** HubSpot takes only its own words here (Subscriber, Lead, … Customer, Evangelist, Other). */
function stageOf({ tags }: ToldPerson): string {
  if (hasPersonTag({ tags: [...tags] }, 'champion')) return 'Evangelist';
  if (hasPersonTag({ tags: [...tags] }, 'customer')) return 'Customer';
  return hasPersonTag({ tags: [...tags] }, 'lead') ? 'Lead' : '';
}

/** Salesforce refuses a lead without a company; this is what its own users write where they do not know it. */
const noCompany = '[not provided]';
const source = 'Social media';

const columns: Record<Crm, readonly (readonly [string, (person: ToldPerson) => string])[]> = {
  salesforce: [
    ['First Name', ({ name, handle }) => splitName(name, handle).first],
    ['Last Name', ({ name, handle }) => splitName(name, handle).last],
    ['Company', (person) => fieldOf(person, 'company') || noCompany],
    ['Title', (person) => fieldOf(person, 'title', 'role')],
    ['Email', (person) => fieldOf(person, 'email')],
    ['Phone', (person) => fieldOf(person, 'phone')],
    ['Website', (person) => fieldOf(person, 'website') || (person.places[0]?.url ?? '')],
    ['Lead Source', () => source],
    ['Description', (person) => tellRest(person, known)],
  ],
  hubspot: [
    ['First name', ({ name, handle }) => splitName(name, handle).first],
    ['Last name', ({ name, handle }) => splitName(name, handle).last],
    ['Email', (person) => fieldOf(person, 'email')],
    ['Company name', (person) => fieldOf(person, 'company')],
    ['Job title', (person) => fieldOf(person, 'title', 'role')],
    ['Phone number', (person) => fieldOf(person, 'phone')],
    ['Website URL', (person) => fieldOf(person, 'website') || (person.places[0]?.url ?? '')],
    ['Lifecycle stage', stageOf],
    ['Message', (person) => tellRest(person, known)],
  ],
};

/** Description of a lead holds 32,000 characters, a text property of HubSpot 65,536. */
const longestCell = 30_000;

/** A header, and a row for each person. */
export function printPeopleTable(people: readonly ToldPerson[], crm: Crm): string[][] {
  const header = columns[crm].map(([name]) => name);
  const rows = people.map((person) => columns[crm].map(([, read]) => guardCell(read(person).slice(0, longestCell))));
  return [header, ...rows];
}
