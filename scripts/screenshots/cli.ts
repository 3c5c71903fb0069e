/** `npm run screenshots`: makes the READMEs' pictures from the running product. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { createEmulator } from '../emulator/emulator';
import { launchChromium } from '../project/chromium';
import { builtFunctions, miniprogramSources, projectRoot } from '../project/paths';
import { pictureConsole } from './console';
import { pictureDark } from './dark';
import { pictureDesk } from './desk';
import { walkJourney } from './journey';
import { PICTURED_AT } from './openPhone';
import { sideBySide } from './sideBySide';

const HELP = `npm run screenshots

Builds the cloud functions, walks the journey of a subscription message and a conversation of customer service on
the emulator's phones, looks at the console, and writes the pictures into docs/images/. Needs Chromium, as Debian has it, or its path in CHROMIUM_PATH.`;

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
    const { url } = emulator;
    await setClock(url);
    mkdirSync(IMAGES, { recursive: true });
    write('journey.png', await sideBySide(browser, await walkJourney(browser, url)));
    write('console.png', await pictureConsole(browser, url));
    write('desk.png', await sideBySide(browser, await pictureDesk(browser, url)));
    write('dark.png', await sideBySide(browser, await pictureDark(browser, url)));
  } finally {
    await browser.close();
    await emulator.close();
  }
}

async function setClock(url: string): Promise<void> {
  await fetch(`${url}/emulator/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: PICTURED_AT }),
  });
}

function write(name: string, picture: Buffer): void {
  const file = join(IMAGES, name);
  writeFileSync(file, picture);
  console.log(`wrote ${relative(projectRoot, file)}`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
