/** `npm start`: Earshot in a browser, on the practice feed. Without a display it does the main job by itself and shows what it found. */
import { getBrowser } from './browsers.mjs';
import { buildFor, importTyped, needDependencies } from './steps.mjs';

const words = process.argv.slice(2);
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = words.includes('--headless') || !hasDisplay;
const wanted = words.includes('--firefox') ? ['firefox'] : words.includes('--chromium') ? ['chromium'] : ['chromium', 'firefox'];

/** The first of the wanted browsers that can be had. */
async function chooseBrowser() {
  const problems = [];
  for (const name of wanted) {
    try {
      await getBrowser(name);
      return name;
    } catch (error) {
      problems.push(error.message);
    }
  }
  throw new Error(problems.join('\n'));
}

try {
  await needDependencies();
  const name = await chooseBrowser();
  console.log(`Building Earshot for ${name}…`);
  if (!(await buildFor(name))) throw new Error('The build failed.');
  const { show, tour } = await importTyped('scripts/tour.ts');
  process.exitCode = (await (headless ? tour(name) : show(name))) ? 0 : 1;
} catch (error) {
  console.error(error.message ?? error);
  process.exitCode = 1;
}
