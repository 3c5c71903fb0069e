/** `npm run screenshots`: makes the READMEs' pictures from the running product. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { createEmulator } from '../emulator/emulator';
import { launchChromium } from '../project/chromium';
import { builtFunctions, miniprogramSources, projectRoot } from '../project/paths';
import { walkJourney } from './journey';
import { sideBySide } from './sideBySide';

const HELP = `npm run screenshots

Builds the cloud functions, walks the journey of a subscription message on the emulator's phone, and writes the
pictures into docs/images/. Needs Chromium: /usr/bin/chromium, or its path in CHROMIUM_PATH.`;

const IMAGES = join(projectRoot, 'docs/images');

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) return console.log(HELP);
  const emulator = await createEmulator({
    functions: builtFunctions,
    miniprogram: miniprogramSources,
    port: 0,
  });
  const browser = await launchChromium();
  try {
    const screens = await walkJourney(browser, emulator.url);
    mkdirSync(IMAGES, { recursive: true });
    const file = join(IMAGES, 'journey.png');
    writeFileSync(file, await sideBySide(browser, screens));
    console.log(`wrote ${relative(projectRoot, file)}`);
  } finally {
    await browser.close();
    await emulator.close();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
