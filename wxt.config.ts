import { defineConfig } from 'wxt';
import { bundleSiteScripts, readSites } from './scripts/site-scripts.ts';
import { listOrigins } from './sites/_site.ts';

/** The pages people may be shown our picker and our card on. Chromium gives its files a new address in each session, so no page can probe for them. */
const anyPage = ['https://*/*', 'http://*/*'];
const local = ['http://localhost/*', 'http://127.0.0.1/*'];

/**
 * Chromium's own methods give promises since before the oldest version we run in, so of the polyfill only its way with messages is needed. Its
 * table of every method there is would be most of it, in each page that is listened to.
 */
const withoutTable = {
  name: 'polyfill-without-table',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.endsWith('/webextension-polyfill/dist/browser-polyfill.js')) return undefined;
    const table = /const apiMetadata = \{[\s\S]*?\n {6}\};/;
    if (!table.test(code)) throw new Error('The polyfill’s table of methods is not where it was.');
    return { code: code.replace(table, 'const apiMetadata = { runtime: {} };'), map: null };
  },
};

export default defineConfig({
  srcDir: '.',
  entrypointsDir: 'entrypoints',
  publicDir: 'public',
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  targetBrowsers: ['chrome', 'firefox'],
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  zip: { name: 'earshot', includeSources: ['.ci/**'], excludeSources: ['.test/**'] },
  vite: () => ({
    plugins: [withoutTable],
    build: { sourcemap: false, minify: 'esbuild', modulePreload: { polyfill: false } },
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    resolve: { dedupe: ['preact'] },
  }),
  hooks: {
    // Of a mode of another name, or of a shell's own word for it, Vite would make a build for development, which holds the paths of its sources.
    ready: ({ config }) => {
      if (config.command === 'build') process.env.NODE_ENV = 'production';
    },
    'build:manifestGenerated': async (wxt, manifest) => {
      if (wxt.config.mode !== 'e2e') return;
      manifest.host_permissions = [...listOrigins((await readSites()).flatMap(({ site }) => site.hosts)), ...local];
    },
    'build:publicAssets': async (_, files) => {
      files.push(...(await bundleSiteScripts()));
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    short_name: 'Earshot',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting', 'activeTab', 'contextMenus'],
    // Asked for by a click in the settings, by whoever wants to be told of mentions by the browser itself.
    optional_permissions: ['notifications'],
    host_permissions: [],
    optional_host_permissions: anyPage,
    action: { default_title: 'Earshot' },
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
    commands: {
      'open-picker': { suggested_key: { default: 'Alt+Shift+E' }, description: '__MSG_commandOpenPicker__' },
      'next-in-round': { suggested_key: { default: 'Alt+Shift+R' }, description: '__MSG_commandNextInRound__' },
      'next-mention': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_commandNextMention__' },
      'previous-mention': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_commandPreviousMention__' },
    },
    web_accessible_resources: [
      {
        resources: ['picker.html', 'round.html', 'card.html'],
        matches: anyPage,
        ...(browser === 'chrome' ? { use_dynamic_url: true } : {}),
      },
    ],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'earshot@earshot.example', strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});
