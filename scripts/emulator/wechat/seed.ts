/** The state that an emulator begins with: the shape of seed.json. */
import * as v from 'valibot';
import { SeedCollectionsSchema } from '../database/seed';
import seedFile from '../seed.json';
import { MiniProgramSchema } from './miniProgram';
import { OfficialAccountSchema } from './officialAccounts';
import { PushSettingsSchema } from './push/settings';
import { TemplatesSchema } from './templates/templates';
import { UserSchema } from './users';

/** What a seed says; each part that it leaves out is that of the seed that comes with the emulator. */
export const SeedSchema = v.strictObject({
  /** Where editors find the shape of the file: seed.schema.json. */
  $schema: v.exactOptional(v.string()),
  miniProgram: v.exactOptional(MiniProgramSchema),
  templates: v.exactOptional(TemplatesSchema),
  users: v.exactOptional(v.array(UserSchema)),
  push: v.exactOptional(PushSettingsSchema),
  officialAccounts: v.exactOptional(v.array(OfficialAccountSchema)),
  /** Collections of the document database; what is there already stays as it is. */
  collections: v.exactOptional(SeedCollectionsSchema),
  /** What `{{env.NAME}}` in cloudbaserc.json stands for, where the process's environment does not say. */
  variables: v.exactOptional(
    v.record(v.pipe(v.string(), v.regex(/^\w+$/, 'must be a variable’s name')), v.string()),
  ),
});

/** What may be given as a seed: the parsed JSON of a seed file. */
export type SeedInput = v.InferInput<typeof SeedSchema>;

const WholeSeedSchema = v.required(SeedSchema, [
  'miniProgram',
  'templates',
  'users',
  'push',
  'officialAccounts',
  'collections',
  'variables',
]);

export type Seed = v.InferOutput<typeof WholeSeedSchema>;

/**
 * @param input the parsed JSON of a seed file
 * @throws {Error} naming the first place that is wrong
 */
export function parseSeed(input: unknown): Seed {
  const parsed = v.safeParse(SeedSchema, input, { abortEarly: true });
  if (parsed.success) return v.parse(WholeSeedSchema, { ...seedFile, ...parsed.output });
  const [issue] = parsed.issues;
  throw new Error(`the seed is wrong at ${v.getDotPath(issue) ?? 'its top level'}: ${issue.message}`);
}

/** The seed that comes with the emulator. */
export const defaultSeed = (): Seed => parseSeed({});
