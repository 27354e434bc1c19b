import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const esbuild = { jsx: 'automatic', jsxImportSource: 'preact' } as const;

/** Two files at a time, each in both browsers: there is more waiting in them than a machine of two cores has to compute. */
const slow = (groupOrder: number, maxWorkers: number) => ({
  testTimeout: 300_000,
  hookTimeout: 240_000,
  maxWorkers,
  sequence: { groupOrder },
});

/** Without a record of earlier runs (a fresh clone) Vitest begins with the largest files; these take the longest, and the last must not wait for them. */
const longest = ['e2e/sites', 'e2e/site-check', 'e2e/accessible', 'e2e/mute', 'page/editors', 'page/sites', 'page/watch-card'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`tests/${name}.test.ts`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      { esbuild, test: { name: 'architecture', include: ['tests/*.test.ts'] } },
      { esbuild, test: { name: 'core', include: ['tests/unit/core/**/*.test.ts'], environment: 'node', testTimeout: 60_000 } },
      {
        esbuild,
        plugins: [await WxtVitest()],
        test: { name: 'extension', include: ['tests/unit/extension/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 60_000 },
      },
      { esbuild, test: { name: 'page', include: ['tests/page/**/*.test.ts'], ...slow(1, 2) } },
      { esbuild, test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], ...slow(2, 2) } },
    ],
  },
});
