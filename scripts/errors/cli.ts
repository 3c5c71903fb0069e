/** `npm run errors`: writes what is generated from the catalogue of error codes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chapters } from '../../cloudfunctions/shared/errors/catalogue';
import { emulatorSources, projectRoot } from '../project/paths';
import { consoleCatalogue } from './console';
import { documentOf } from './document';
import { frontEndModule } from './frontEnd';

const HELP = `npm run errors

Writes docs/errors.md, miniprogram/services/errorCatalogue.ts and the console's errorCatalogue.json from
cloudfunctions/shared/errors.`;

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
if (values.help) console.log(HELP);
else {
  writeFileSync(join(projectRoot, 'docs/errors.md'), documentOf(chapters));
  writeFileSync(join(projectRoot, 'miniprogram/services/errorCatalogue.ts'), frontEndModule());
  writeFileSync(join(emulatorSources, 'console/browser/timeline/errorCatalogue.json'), consoleCatalogue());
}
