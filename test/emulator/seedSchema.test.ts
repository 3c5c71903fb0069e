import { readFileSync } from 'node:fs';
import { SEED_SCHEMA_FILE, seedJsonSchema } from '../../scripts/emulator/seedSchema';

describe('seedJsonSchema', () => {
  it('is what seed.schema.json holds (node --import tsx scripts/emulator/seedSchema.ts writes it)', () => {
    expect(JSON.parse(readFileSync(SEED_SCHEMA_FILE, 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(seedJsonSchema())),
    );
  });
});
