import { useState } from 'preact/hooks';
import { sayFault } from '../../components/import-words.ts';
import { word, wordFor } from '../../components/words.ts';
import { type IncomingFile, readImport, readMappedTable } from '../../core/import-replies.ts';
import { type ColumnMap, UnknownColumns } from '../../core/map-columns.ts';
import type { Macro } from '../../core/model.ts';
import { type Planned, planImport } from '../../core/plan-import.ts';
import { RefusedFile } from '../../core/safe-json.ts';
import { send } from '../../messages/send.ts';
import { readCsv } from './csv.ts';
import type { PageProps } from './page-props.ts';
import { readText } from './read-text.ts';

export interface Import {
  fileName: string;
  file: IncomingFile;
  plan: readonly Planned[];
  macros: readonly Macro[];
}

/** A table that can only be read once it is said what its columns hold. */
export interface Unread {
  fileName: string;
  rows: readonly (readonly string[])[];
}

const making = () => ({ makeId: () => crypto.randomUUID(), now: Date.now() });

const sayFailure = (error: unknown): string =>
  error instanceof RefusedFile
    ? sayFault(error.fault, error.detail)
    : word('fileUnreadable', error instanceof Error ? error.message : String(error));

/** A macro of a file whose reply is not taken over, nor here, would put nothing in. */
function listFreshMacros(file: IncomingFile, plan: readonly Planned[], kept: readonly Macro[]): Macro[] {
  const known = new Map(kept.map((macro) => [macro.id, JSON.stringify(macro)]));
  const ids = new Map(file.replies.map(({ reply }, i) => [reply.id, plan[i]?.reply.id ?? reply.id]));
  return file.macros
    .map((macro) => (macro.replyId === undefined ? macro : { ...macro, replyId: ids.get(macro.replyId) ?? macro.replyId }))
    .filter((macro) => known.get(macro.id) !== JSON.stringify(macro));
}

/** A file → what it would change → what it did, which can be taken back. */
export function useImport({ data, editing, notify }: PageProps, kept: readonly Macro[]) {
  const [reading, setReading] = useState<Import>();
  const [unread, setUnread] = useState<Unread>();
  const [problem, setProblem] = useState<string>();

  function close() {
    setReading(undefined);
    setUnread(undefined);
    setProblem(undefined);
  }

  function show(fileName: string, file: IncomingFile) {
    const plan = planImport(file.replies, data.replies);
    setUnread(undefined);
    setReading({ fileName, file, plan, macros: listFreshMacros(file, plan, kept) });
  }

  async function open(file: File) {
    close();
    try {
      show(file.name, readImport(await readText(file), readCsv, making()));
    } catch (error) {
      if (error instanceof UnknownColumns) setUnread({ fileName: file.name, rows: error.rows });
      else setProblem(sayFailure(error));
    }
  }

  function map(columns: ColumnMap) {
    if (!unread) return;
    try {
      show(unread.fileName, readMappedTable(unread.rows, columns, making()));
    } catch (error) {
      setProblem(sayFailure(error));
    }
  }

  async function take(chosen: readonly Planned[], macros: readonly Macro[]) {
    const before = chosen.flatMap(({ existing }) => (existing ? [existing] : []));
    const oldMacros = kept.filter(({ id }) => macros.some((macro) => macro.id === id));
    const made = { replies: chosen.map(({ reply }) => reply), macros: [...macros], removeReplies: [], removeMacros: [] };
    if (!(await editing.attempt(send('reply/import', made)))) return;
    setReading(undefined);
    const back = {
      replies: before,
      macros: oldMacros,
      removeReplies: chosen.filter(({ existing }) => !existing).map(({ reply }) => reply.id),
      removeMacros: macros.filter(({ id }) => !oldMacros.some((macro) => macro.id === id)).map(({ id }) => id),
    };
    notify({ text: wordFor(chosen.length, 'importedOne', 'importedMany'), undo: () => void editing.attempt(send('reply/import', back)) });
  }
  return { reading, unread, problem, open, map, take, close };
}
