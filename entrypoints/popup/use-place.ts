import { browser } from 'wxt/browser';
import type { Editing } from '../../components/editing.ts';
import type { Place } from '../../core/model.ts';
import { send, sendToTab } from '../../messages/send.ts';
import type { TabState } from './use-this-tab.ts';

/** The switches of this page, and the way to a post in it. */
export function usePlace({ where, tab }: TabState, refresh: () => void, editing: Editing) {
  async function save(change: Partial<Place>) {
    if (!where) return;
    await editing.attempt(send('place/save', { places: { [where.place]: change }, origins: where.origins }));
    refresh();
  }
  return {
    onPlace: (change: Partial<Place>) => void save(change),
    async onListen(listen: boolean) {
      if (!where) return;
      // Asked before anything is awaited: browsers show this prompt only as the direct answer to a click.
      const granted =
        !listen || where.origins.length === 0 || (await browser.permissions.request({ origins: where.origins }).catch(() => false));
      if (granted) await save({ listen });
      else refresh();
    },
    async onShow(id: string) {
      if (!tab) return;
      await sendToTab(tab.id, 'tab/show', { id }).catch(() => undefined);
      await browser.tabs.update(tab.id, { active: true });
    },
  };
}
