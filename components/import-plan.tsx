import { useEffect, useRef, useState } from 'preact/hooks';
import type { IncomingFile } from '../core/import-replies.ts';
import { isWanted, type Planned, type Standing } from '../core/plan-import.ts';
import { listRemarks, nameFormat, nameStanding, sayBadRow } from './import-words.ts';
import { Stranger } from './plain-text.tsx';
import { formatNumber, word, wordFor } from './words.ts';

interface Props {
  fileName: string;
  file: IncomingFile;
  plan: readonly Planned[];
  /** Macros that are not here in just this form. */
  macros: number;
  onTake: (chosen: readonly Planned[]) => void;
  onClose: () => void;
}

const shownAtFirst = 200;

/** What an import would do. Nothing is changed before the button is pressed. */
export function ImportPlan({ fileName, file, plan, macros, onTake, onClose }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState(() => new Set(plan.filter(isWanted).map(({ row }) => row)));
  const [all, setAll] = useState(false);
  useEffect(() => title.current?.focus(), []);
  const toggle = (row: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, row] : [...before].filter((one) => one !== row)));
  const shown = all ? plan : plan.slice(0, shownAtFirst);
  const count = plan.filter(({ row }) => chosen.has(row)).length;
  return (
    <section class="form import-plan" aria-labelledby="import-title">
      <h3 id="import-title" ref={title} tabIndex={-1}>
        {word('importTitle', fileName)}
      </h3>
      <p class="quiet small">
        {nameFormat(file.format)} · {sayCounts(plan)}
      </p>
      <BadRows file={file} />
      <ul class="list" aria-label={word('importRows')}>
        {shown.map((one) => (
          <PlanRow key={one.row} planned={one} chosen={chosen.has(one.row)} onToggle={(on) => toggle(one.row, on)} />
        ))}
      </ul>
      {shown.length < plan.length && (
        <button type="button" class="link small" onClick={() => setAll(true)}>
          {word('importShowAll', formatNumber(plan.length))}
        </button>
      )}
      {macros > 0 && <p class="small">{wordFor(macros, 'importMacrosOne', 'importMacrosMany')}</p>}
      <div class="ends">
        <button type="button" onClick={onClose}>
          {word('cancel')}
        </button>
        <button
          type="button"
          class="primary"
          disabled={count === 0 && macros === 0}
          onClick={() => onTake(plan.filter(({ row }) => chosen.has(row)))}
        >
          {wordFor(count, 'importTakeOne', 'importTakeMany')}
        </button>
      </div>
    </section>
  );
}

function sayCounts(plan: readonly Planned[]): string {
  const standings: Standing[] = ['new', 'changed', 'copy', 'same'];
  return standings
    .map((standing) => ({ standing, count: plan.filter((one) => one.standing === standing).length }))
    .filter(({ count }) => count > 0)
    .map(({ standing, count }) => `${formatNumber(count)} ${nameStanding(standing)}`)
    .join(' · ');
}

function BadRows({ file: { bad } }: { file: IncomingFile }) {
  if (bad.length === 0) return null;
  return (
    <details open class="bad-rows small">
      <summary>{wordFor(bad.length, 'badRowsOne', 'badRowsMany')}</summary>
      <ul>
        {bad.slice(0, 100).map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a file may say the same.
          <li key={i}>
            <Stranger>{sayBadRow(row)}</Stranger>
          </li>
        ))}
      </ul>
    </details>
  );
}

function PlanRow({ planned, chosen, onToggle }: { planned: Planned; chosen: boolean; onToggle: (on: boolean) => void }) {
  const { reply, standing } = planned;
  const same = standing === 'same';
  return (
    <li>
      <label class={same ? 'plan-row quiet' : 'plan-row'}>
        <input type="checkbox" checked={chosen && !same} disabled={same} onChange={(event) => onToggle(event.currentTarget.checked)} />
        <span class="grow">
          <span class="row">
            <strong class="clip grow">
              <Stranger>{reply.title}</Stranger>
            </strong>
            <span class={`label-tag standing-${standing}`}>{nameStanding(standing)}</span>
          </span>
          <span class="preview small quiet" dir="auto">
            <Stranger>{reply.body.slice(0, 200)}</Stranger>
          </span>
          {listRemarks(planned).map((remark) => (
            <span key={remark} class="remark small">
              <Stranger>{remark}</Stranger>
            </span>
          ))}
        </span>
      </label>
    </li>
  );
}
