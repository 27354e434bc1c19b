import { useState } from 'preact/hooks';
import { sayFault } from '../../components/import-words.ts';
import { word, wordFor } from '../../components/words.ts';
import { type IncomingFile, readImport } from '../../core/import-replies.ts';
import type { Macro } from '../../core/model.ts';
import { type Planned, planImport } from '../../core/plan-import.ts';
import { fileLimits, RefusedFile } from '../../core/safe-json.ts';
import { send } from '../../messages/send.ts';
import { readCsv } from './csv.ts';
import type { PageProps } from './page-props.ts';

export interface Import {
  fileName: string;
  file: IncomingFile;
  plan: readonly Planned[];
  macros: readonly Macro[];
}

/** @throws RefusedFile */
async function readText(file: File): Promise<string> {
  if (file.size > fileLimits.bytes) throw new RefusedFile('too-large');
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RefusedFile('not-text');
  }
}

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
  const [problem, setProblem] = useState<string>();

  async function open(file: File) {
    setReading(undefined);
    setProblem(undefined);
    try {
      const read = readImport(await readText(file), readCsv, { makeId: () => crypto.randomUUID(), now: Date.now() });
      const plan = planImport(read.replies, data.replies);
      setReading({ fileName: file.name, file: read, plan, macros: listFreshMacros(read, plan, kept) });
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
  return { reading, problem, open, take, close: () => setReading(undefined) };
}
