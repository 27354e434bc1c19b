import { useEffect, useRef } from 'preact/hooks';
import type { Backup } from '../core/backup.ts';
import type { Prefer } from '../core/merge-rows.ts';
import type { TablePlan } from '../core/plan-restore.ts';
import { nameTable } from './data-words.ts';
import { formatDay } from './time.tsx';
import { formatNumber, word, wordFor } from './words.ts';

interface Props {
  fileName: string;
  backup: Backup;
  plan: readonly TablePlan[];
  prefer: Prefer;
  busy: boolean;
  onPrefer: (prefer: Prefer) => void;
  onTake: () => void;
  onClose: () => void;
}

const columns = ['added', 'changed', 'kept', 'same'] as const;
const columnWords = { added: 'planAdded', changed: 'planChanged', kept: 'planKept', same: 'planSame' } as const;

/** What a backup would do, table by table. */
export function RestorePlanTable({ fileName, backup, plan, prefer, busy, onPrefer, onTake, onClose }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const rows = plan.filter((one) => columns.some((column) => one[column] > 0));
  const count = plan.reduce((sum, { added, changed }) => sum + added + changed, 0);
  return (
    <section class="form restore-plan" aria-labelledby="plan-title">
      <h3 id="plan-title" ref={title} tabIndex={-1}>
        {word(backup.kind === 'team-pack' ? 'planTitlePack' : 'planTitle', fileName)}
      </h3>
      <p class="quiet small">
        {word('planMade', formatDay(backup.exportedAt))}
        {backup.leftOut > 0 && ` ${word('backupLeftOut', formatNumber(backup.leftOut))}`}
      </p>
      <fieldset class="segments">
        <legend class="label">{word('whereBoth')}</legend>
        {(['newer', 'file'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="prefer" checked={prefer === one} disabled={busy} onChange={() => onPrefer(one)} />
            <span>{word(one === 'newer' ? 'preferNewer' : 'preferFile')}</span>
          </label>
        ))}
      </fieldset>
      {rows.length === 0 ? <p>{word('planNothing')}</p> : <PlanTable rows={rows} />}
      <p class="quiet small prose">{word('planRules')}</p>
      <div class="ends">
        <button type="button" onClick={onClose}>
          {word('cancel')}
        </button>
        <button type="button" class="primary" disabled={busy || count === 0} onClick={onTake}>
          {wordFor(count, 'planTakeOne', 'planTakeMany')}
        </button>
      </div>
    </section>
  );
}

function PlanTable({ rows }: { rows: readonly TablePlan[] }) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{word('planWhat')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" class="figure">
                {word(columnWords[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.table}>
              <th scope="row">{nameTable(row.table)}</th>
              {columns.map((column) => (
                <td key={column} class="figure number">
                  {row[column] > 0 ? formatNumber(row[column]) : ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
