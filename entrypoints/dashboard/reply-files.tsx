import { Download } from 'lucide';
import { Problem } from '../../components/controls.tsx';
import { FilePick } from '../../components/file-pick.tsx';
import { Icon } from '../../components/icon.tsx';
import { ImportPlan } from '../../components/import-plan.tsx';
import { MapColumns } from '../../components/map-columns.tsx';
import { word } from '../../components/words.ts';
import type { Macro } from '../../core/model.ts';
import { printReplyFile } from '../../core/reply-file.ts';
import { printReplyTable } from '../../core/reply-table.ts';
import { printCsv } from './csv.ts';
import { download, nameFile } from './download.ts';
import type { PageProps } from './page-props.ts';
import { useImport } from './use-import.ts';

/** Replies out to a file and in from one. */
export function ReplyFiles(props: PageProps & { macros: readonly Macro[] }) {
  const { data, macros } = props;
  const { reading, unread, problem, open, map, take, close } = useImport(props, macros);
  const saveJson = () =>
    download(nameFile('replies', 'json', Date.now()), printReplyFile(data.replies, macros, Date.now()), 'application/json');
  const saveCsv = () => download(nameFile('replies', 'csv', Date.now()), printCsv(printReplyTable(data.replies)), 'text/csv');
  return (
    <section class="stack" aria-labelledby="files-title">
      <h2 id="files-title">{word('replyFiles')}</h2>
      <p class="quiet small">{word('replyFilesIntro')}</p>
      <div class="row wrap">
        <FilePick label={word('importFile')} accept=".json,.csv,.tsv,.txt,.yml,.yaml,application/json,text/csv,text/plain" onFile={open}>
          {word('importReplies')}
        </FilePick>
        <button type="button" onClick={saveJson}>
          <Icon of={Download} size={15} />
          {word('exportJson')}
        </button>
        <button type="button" onClick={saveCsv}>
          <Icon of={Download} size={15} />
          {word('exportCsv')}
        </button>
      </div>
      {problem && <Problem>{problem}</Problem>}
      {unread && <MapColumns key={unread.fileName} {...unread} onMap={map} onClose={close} />}
      {reading && (
        <ImportPlan
          key={reading.fileName}
          {...reading}
          macros={reading.macros.length}
          onTake={(chosen) => void take(chosen, reading.macros)}
          onClose={close}
        />
      )}
    </section>
  );
}
