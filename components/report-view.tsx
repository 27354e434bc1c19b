import { X } from 'lucide';
import { useState } from 'preact/hooks';
import type { PageChart, PageOutcome, PagePart, PageQuote, PageTable, ReportPage } from '../core/report-page.ts';
import { IconButton } from './controls.tsx';
import { Stranger, safeLink, stripControls } from './plain-text.tsx';
import { QuoteDialog, type QuoteSearch } from './quote-dialog.tsx';
import { Passage, type TextEditing } from './report-passage.tsx';
import { Sentence } from './sentence.tsx';
import { Signature } from './signature.tsx';
import { SvgTree } from './svg-tree.tsx';
import { word, wordFor } from './words.ts';

export interface ReportEditing extends TextEditing {
  readonly onDropQuote: (mentionId: string) => void;
  /** Absent where there is no other. */
  readonly onAddQuote?: (() => void) | undefined;
  readonly onResetQuotes?: (() => void) | undefined;
  readonly search: QuoteSearch;
  /** How many of the chosen are kept no more. */
  readonly gone: number;
}

export function ReportView({ page, editing }: { page: ReportPage; editing: ReportEditing }) {
  return (
    <article class="card report" aria-labelledby="report-heading">
      <h2 id="report-heading" class="report-title">
        <Sentence>{page.title}</Sentence>
      </h2>
      <p class="lead number">
        <Sentence>{page.lead}</Sentence>
      </p>
      {page.parts.map((part) => (
        <Part
          key={part.kind === 'text' ? part.name : part.kind === 'charts' ? part.kind : part.title}
          part={part}
          page={page}
          editing={editing}
        />
      ))}
      <footer>{page.foot}</footer>
    </article>
  );
}

function Part({ part, page, editing }: { part: PagePart; page: ReportPage; editing: ReportEditing }) {
  switch (part.kind) {
    case 'text':
      return <Passage {...part} editing={editing} />;
    case 'outcomes':
      return (
        <section>
          <h3>{part.title}</h3>
          {part.outcomes.length === 0 && <p class="quiet">{part.none}</p>}
          <ul class="outcomes">
            {part.outcomes.map((outcome) => (
              <Outcome key={`${outcome.outcome} ${outcome.standing}`} {...outcome} />
            ))}
          </ul>
        </section>
      );
    case 'figures':
      return (
        <section class="figures">
          <h3>{part.title}</h3>
          {part.table.caption && <p class="note">{part.table.caption}</p>}
          <Table table={{ ...part.table, caption: part.title }} />
        </section>
      );
    case 'charts':
      return (
        <div class="charts">
          {part.charts.map((chart) => (
            <Chart key={chart.title} chart={chart} tableName={page.tableName} />
          ))}
        </div>
      );
    case 'quotes':
      return <Quotes {...part} editing={editing} />;
  }
}

function Outcome({ outcome, state, looks, standing, notes }: PageOutcome) {
  return (
    <li>
      <strong>
        <Stranger>{outcome}</Stranger>
      </strong>
      <span class={`state ${looks}`}>{state}</span>
      <span class="standing number">
        <Sentence>{standing}</Sentence>
      </span>
      <p class="note number">
        <Sentence>{notes.join(' · ')}</Sentence>
      </p>
    </li>
  );
}

function Table({ table: { caption, head, rows } }: { table: PageTable }) {
  return (
    <table>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...cells]) => (
          <tr key={name}>
            <th scope="row">
              <Sentence>{name}</Sentence>
            </th>
            {cells.map((cell, i) => (
              <td key={head[i + 1]} class="number">
                <Sentence>{cell}</Sentence>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Chart({ chart: { title, note, legend, pictures, table }, tableName }: { chart: PageChart; tableName: string }) {
  return (
    <figure>
      <h4>{title}</h4>
      {pictures && <SvgTree node={pictures.wide} />}
      {pictures && <SvgTree node={pictures.narrow} />}
      <p class="note">
        <Sentence>{[pictures && legend, note].filter(Boolean).join(' ')}</Sentence>
      </p>
      {table.rows.length > 0 && (
        <details>
          <summary>{tableName}</summary>
          <div class="scroll">
            <Table table={table} />
          </div>
        </details>
      )}
    </figure>
  );
}

type QuotesProps = Extract<PagePart, { kind: 'quotes' }> & { editing: ReportEditing };

function Quotes({ title, quotes, openPost, editing }: QuotesProps) {
  const [open, setOpen] = useState(false);
  const { search } = editing;
  return (
    <section class="quotes">
      <h3>{title}</h3>
      {quotes.length === 0 && <p class="quiet report-tool">{word(editing.onResetQuotes ? 'reportQuotesUnchosen' : 'reportQuotesNone')}</p>}
      {editing.gone > 0 && <p class="quiet report-tool">{wordFor(editing.gone, 'reportQuotesGoneOne', 'reportQuotesGoneMany')}</p>}
      {quotes.map((quote) => (
        <Quote key={quote.mentionId} quote={quote} openPost={openPost} onDrop={() => editing.onDropQuote(quote.mentionId)} />
      ))}
      <p class="row wrap report-tool">
        {editing.onAddQuote && (
          <button type="button" class="slim" onClick={editing.onAddQuote}>
            {word('reportAddQuote')}
          </button>
        )}
        {(open || search.chosen.size < search.most) && (
          <button type="button" class="slim" onClick={() => setOpen(true)}>
            {word('quoteChoose')}
          </button>
        )}
        {editing.onResetQuotes && (
          <button type="button" class="slim plain" onClick={editing.onResetQuotes}>
            {word('reportQuotesReset')}
          </button>
        )}
      </p>
      {open && <QuoteDialog {...search} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Quote({ quote: { text, by, link }, openPost, onDrop }: { quote: PageQuote; openPost: string; onDrop: () => void }) {
  const safe = safeLink(link);
  return (
    <div class="row quote">
      <blockquote class="grow">
        <p dir="auto" class="prose-lines">
          <Stranger>{text}</Stranger>
        </p>
        <p class="by">
          <Signature by={by} />
          {safe && (
            <>
              {' · '}
              <a href={safe} target="_blank" rel="noopener noreferrer" aria-label={word('namedBy', openPost, stripControls(by))}>
                {openPost}
              </a>
            </>
          )}
        </p>
      </blockquote>
      <span class="report-tool">
        <IconButton icon={X} name={word('namedBy', word('reportDropQuote'), stripControls(by))} onClick={onDrop} />
      </span>
    </div>
  );
}
