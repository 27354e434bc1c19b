import { useState } from 'preact/hooks';
import { formatWholeDates } from '../../../components/date-words.ts';
import { Sentence } from '../../../components/sentence.tsx';
import { type WordKey, word } from '../../../components/words.ts';
import { dayLength, type Period } from '../../../core/calendar.ts';
import type { InsightFilter } from '../../../core/insights.ts';
import { isolate } from '../../../core/isolate.ts';
import { type PostKind, postKind } from '../../../core/model.ts';
import { nameSite } from '../site-names.ts';
import type { Range, RangeName, View } from './use-insights.ts';

const ranges: readonly { name: RangeName; word: WordKey }[] = [
  { name: '7', word: 'range7' },
  { name: '30', word: 'range30' },
  { name: '90', word: 'range90' },
  { name: '365', word: 'range365' },
  { name: 'custom', word: 'rangeCustom' },
];

export const kindWords: Record<PostKind, WordKey> = {
  post: 'kindPosts',
  comment: 'kindComments',
  review: 'kindReviews',
  message: 'kindMessages',
};

interface Props {
  view: View;
  range: Range;
  onRange: (range: Range) => void;
  onFilter: (filter: InsightFilter) => void;
  today: number;
}

export function Filters(props: Props) {
  const { view, range, onRange } = props;
  return (
    <section class="filters" aria-label={word('filterInsights')}>
      <fieldset class="segments">
        <legend class="unseen">{word('range')}</legend>
        {ranges.map(({ name, word: key }) => (
          <label key={name}>
            <input
              type="radio"
              name="range"
              checked={range.name === name}
              onChange={() => onRange({ name, custom: name === 'custom' ? view.period : range.custom })}
            />
            <span>{word(key)}</span>
          </label>
        ))}
      </fieldset>
      {range.name === 'custom' && <Dates {...props} />}
      <Selects {...props} />
    </section>
  );
}

const toText = (day: number): string => new Date(day).toISOString().slice(0, 10);
/** A longer time would be more than is worth waiting for. */
const longest = 3 * 366 * dayLength;

/** While a year is typed it is the year 2, 20 and 202 first: nobody was heard then. */
const earliest = Date.UTC(2000, 0, 1);

function Dates({ range, onRange, today }: Props) {
  const { custom } = range;
  // What is being typed stands as it is: a field that is written into must not be changed under the person's hands.
  const [typed, setTyped] = useState<{ part: keyof Period; text: string }>();
  const read = ({ part, text }: { part: keyof Period; text: string }): Period | undefined => {
    const day = Date.parse(`${text}T00:00:00Z`);
    return Number.isNaN(day) ? undefined : { ...custom, [part]: day };
  };
  const type = (part: keyof Period, text: string) => {
    setTyped({ part, text });
    const next = read({ part, text });
    if (next && next.from >= Math.max(earliest, next.to - longest) && next.from <= next.to && next.to <= today)
      onRange({ name: 'custom', custom: next });
  };
  const leave = () => {
    const next = typed && read(typed);
    setTyped(undefined);
    if (!next) return;
    const from = Math.min(next.from, today);
    const to = Math.min(next.to, today);
    const ordered = from <= to ? { from, to } : typed.part === 'from' ? { from, to: from } : { from: to, to };
    onRange({ name: 'custom', custom: { from: Math.max(ordered.from, ordered.to - longest), to: ordered.to } });
  };
  const date = (part: keyof Period, key: WordKey) => (
    <input
      type="date"
      aria-label={word(key)}
      value={typed?.part === part ? typed.text : toText(custom[part])}
      max={toText(today)}
      onInput={(event) => type(part, event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={({ key: pressed }) => pressed === 'Enter' && leave()}
    />
  );
  return (
    <span class="dates">
      {date('from', 'rangeFrom')} – {date('to', 'rangeTo')}
    </span>
  );
}

interface Option {
  value: string;
  name: string;
}

function Select({
  name,
  all,
  value,
  options,
  onChange,
}: {
  name: string;
  all: string;
  value: string | undefined;
  options: readonly Option[];
  onChange: (value: string | undefined) => void;
}) {
  return (
    <select aria-label={name} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || undefined)}>
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  );
}

const byName = (a: Option, b: Option): number => a.name.localeCompare(b.name);

function listPlaces({ places, filter }: View): { sites: Option[]; communities: Option[] } {
  const all = [...places.read, ...places.readCommunities, ...places.posts];
  const sites = new Set(all.map(({ site }) => site));
  const communities = new Map<string, string>();
  for (const { site, community } of all)
    if (community && (!filter.site || site === filter.site) && !communities.has(community.toLowerCase()))
      communities.set(community.toLowerCase(), community);
  return {
    sites: [...sites].map((site) => ({ value: site, name: nameSite(site) })).sort(byName),
    communities: [...communities.values()].map((name) => ({ value: name, name })).sort(byName),
  };
}

function Selects({ view, onFilter }: Props) {
  const { filter, keywords } = view;
  const { sites, communities } = listPlaces(view);
  const kinds = postKind.options.map((kind) => ({ value: kind as string, name: word(kindWords[kind]) }));
  const set = (change: InsightFilter) => onFilter({ ...filter, ...change });
  return (
    <>
      <Select
        name={word('keyword')}
        all={word('allKeywords')}
        value={filter.keywordIds?.[0]}
        options={keywords.map(({ id, name }) => ({ value: id, name }))}
        onChange={(id) => set({ keywordIds: id === undefined ? undefined : [id] })}
      />
      <Select
        name={word('site')}
        all={word('allSites')}
        value={filter.site}
        options={sites}
        onChange={(site) => set({ site, community: undefined })}
      />
      <Select
        name={word('community')}
        all={word('allCommunities')}
        value={filter.community}
        options={communities}
        onChange={(community) => set({ community })}
      />
      <Select
        name={word('kindOfPost')}
        all={word('allKinds')}
        value={filter.kind}
        options={kinds}
        onChange={(kind) => set({ kind: kind as PostKind | undefined })}
      />
    </>
  );
}

/** What the controls are set to, for paper. */
export function OnPaper({ view: { filter, keywords, period, calendar } }: { view: View }) {
  const { keywordIds, site, community, kind } = filter;
  const said = [
    formatWholeDates(period),
    keywordIds ? keywords.filter(({ id }) => keywordIds.includes(id)).map(({ name }) => isolate(name)) : word('allKeywords'),
    site ? nameSite(site) : word('allSites'),
    isolate(community ?? ''),
    kind ? word(kindWords[kind]) : '',
    word('heatZone', calendar.zone),
  ];
  return (
    <p class="on-paper">
      <Sentence>{said.flat().filter(Boolean).join(' · ')}</Sentence>
    </p>
  );
}
