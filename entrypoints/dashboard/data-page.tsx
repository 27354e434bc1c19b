import { DataBackup } from './data-backup.tsx';
import { DataDelete } from './data-delete.tsx';
import { DataErase } from './data-erase.tsx';
import { DataFolder } from './data-folder.tsx';
import { DataMentions } from './data-mentions.tsx';
import { DataRestore } from './data-restore.tsx';
import { DataRetention } from './data-retention.tsx';
import { DataStatus } from './data-status.tsx';
import type { PageProps } from './page-props.ts';

/** Everything that is done with the data as a whole, and the truth about how it stands. */
export function DataPage(props: PageProps) {
  return (
    <div class="stack narrow wide-gaps">
      <DataStatus />
      <DataBackup {...props} />
      <DataFolder {...props} />
      <DataRestore {...props} />
      <DataMentions {...props} />
      <DataRetention {...props} />
      <DataErase {...props} />
      <DataDelete {...props} />
    </div>
  );
}
