/** The shape of a seed file as JSON Schema, for editors: `node --import tsx scripts/emulator/seedSchema.ts` writes it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { emulatorSources } from '../project/paths';
import { SeedSchema } from './wechat/seed';

export const SEED_SCHEMA_FILE = join(emulatorSources, 'seed.schema.json');

/** What the file must hold. The checks that JSON Schema cannot say, such as ids that differ, are left out. */
export function seedJsonSchema(): object {
  const { $schema, ...shape } = toJsonSchema(SeedSchema, { typeMode: 'input', errorMode: 'ignore' });
  return { $schema, title: 'Xinshi: the state that the emulator begins with', ...shape };
}

if (require.main === module)
  writeFileSync(SEED_SCHEMA_FILE, `${JSON.stringify(seedJsonSchema(), null, 2)}\n`);
