import { browser } from 'wxt/browser';
import { SiteCheckNotice } from '../../components/site-check-notice.tsx';
import { useObservable } from '../../components/use-observable.ts';
import { word } from '../../components/words.ts';
import { writeReport } from '../../core/site-report.ts';
import { send } from '../../messages/send.ts';
import { watchQuery } from '../../storage/db.ts';
import { listSiteChecks } from '../../storage/site-checks.ts';
import type { PageProps } from './page-props.ts';
import { nameSite } from './site-names.ts';

/** Sites that may have changed so that they can no longer be read; each until it was dismissed, or can be read again. */
export function SiteChecks({ editing, notify }: PageProps) {
  const { value: checks } = useObservable(() => watchQuery(listSiteChecks), []);
  const open = (checks ?? []).filter(({ dismissed }) => !dismissed);
  const about = { version: browser.runtime.getManifest().version, browser: navigator.userAgent };
  const copy = (report: string) =>
    void navigator.clipboard.writeText(report).then(
      () => notify({ text: word('siteCheckCopied') }),
      () => notify({ text: word('couldNotCopy'), bad: true }),
    );
  return (
    <>
      {open.map((check) => (
        <SiteCheckNotice
          key={check.id}
          site={check.id}
          name={nameSite(check.id)}
          report={writeReport(check, about)}
          onCopy={copy}
          onDismiss={() => void editing.attempt(send('site/dismissCheck', { site: check.id }))}
        />
      ))}
    </>
  );
}
