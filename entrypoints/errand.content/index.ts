/** Loaded into a page only when a mention is to be answered there, so that no other page pays for it. The script that listens calls it. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type ErrandWorld, errandKey } from '../watch.content/errand.ts';
import { runErrand } from './errand.ts';

export default defineContentScript({
  registration: 'runtime',
  main() {
    (globalThis as ErrandWorld)[errandKey] = runErrand;
  },
});
