import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const esbuild = { jsx: 'automatic', jsxImportSource: 'preact' } as const;
const slow = { testTimeout: 180_000, hookTimeout: 240_000, fileParallelism: false };

export default defineConfig({
  test: {
    projects: [
      { esbuild, test: { name: 'architecture', include: ['tests/*.test.ts'] } },
      { esbuild, test: { name: 'core', include: ['tests/unit/core/**/*.test.ts'], environment: 'node', testTimeout: 60_000 } },
      {
        esbuild,
        plugins: [await WxtVitest()],
        test: { name: 'extension', include: ['tests/unit/extension/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 60_000 },
      },
      { esbuild, test: { name: 'page', include: ['tests/page/**/*.test.ts'], ...slow } },
      { esbuild, test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], ...slow } },
    ],
  },
});
