/** `node scripts/screenshots.mjs`: the pictures in README and docs/images, made in the real extension. */
import { getBrowser } from './browsers.mjs';
import { buildFor, importTyped, needDependencies } from './steps.mjs';

await needDependencies();
await getBrowser('chromium');
if (!(await buildFor('chromium'))) process.exit(1);
const { takePictures } = await importTyped('scripts/pictures.ts');
await takePictures();
