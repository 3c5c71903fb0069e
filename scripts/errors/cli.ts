/** `npm run errors`: writes what is generated from the catalogue of error codes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chapters } from '../../cloudfunctions/shared/errors/catalogue';
import { projectRoot } from '../project/paths';
import { documentOf } from './document';
import { frontEndModule } from './frontEnd';

const HELP = `npm run errors

Writes docs/errors.md and miniprogram/services/errorCatalogue.ts from cloudfunctions/shared/errors.`;

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
if (values.help) console.log(HELP);
else {
  writeFileSync(join(projectRoot, 'docs/errors.md'), documentOf(chapters));
  writeFileSync(join(projectRoot, 'miniprogram/services/errorCatalogue.ts'), frontEndModule());
}
