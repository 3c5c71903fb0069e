/** The state that an emulator begins with: the shape of seed.json. */
import * as v from 'valibot';
import seedFile from '../seed.json';
import { MiniProgramSchema } from './miniProgram';
import { OfficialAccountSchema } from './officialAccounts';
import { PushSettingsSchema } from './push/settings';
import { TemplatesSchema } from './templates/templates';
import { OPENID } from './users';

/** What a seed says; each part that it leaves out is that of the seed that comes with the emulator. */
export const SeedSchema = v.strictObject({
  /** Where editors find the shape of the file: seed.schema.json. */
  $schema: v.exactOptional(v.string()),
  miniProgram: v.exactOptional(MiniProgramSchema),
  templates: v.exactOptional(TemplatesSchema),
  users: v.exactOptional(
    v.array(
      v.strictObject({
        openid: v.pipe(v.string(), v.regex(OPENID, `must be an openid: ${OPENID.source}`)),
        nickname: v.pipe(v.string(), v.minLength(1, 'must not be empty')),
        unionid: v.exactOptional(v.pipe(v.string(), v.minLength(1, 'must not be empty'))),
      }),
    ),
  ),
  push: v.exactOptional(PushSettingsSchema),
  officialAccounts: v.exactOptional(v.array(OfficialAccountSchema)),
});

/** What may be given as a seed: the parsed JSON of a seed file. */
export type SeedInput = v.InferInput<typeof SeedSchema>;

export type Seed = Required<Omit<v.InferOutput<typeof SeedSchema>, '$schema'>>;

/**
 * @param input the parsed JSON of a seed file
 * @throws {Error} naming the first place that is wrong
 */
export function parseSeed(input: unknown): Seed {
  const { miniProgram, templates, users, push, officialAccounts } = check(input);
  const own = check(seedFile);
  return {
    miniProgram: miniProgram ?? demand(own.miniProgram),
    templates: templates ?? demand(own.templates),
    users: users ?? demand(own.users),
    push: push ?? demand(own.push),
    officialAccounts: officialAccounts ?? demand(own.officialAccounts),
  };
}

/** The seed that comes with the emulator. */
export const defaultSeed = (): Seed => parseSeed({});

function check(input: unknown): v.InferOutput<typeof SeedSchema> {
  const parsed = v.safeParse(SeedSchema, input, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`the seed is wrong at ${v.getDotPath(issue) ?? 'its top level'}: ${issue.message}`);
}

function demand<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('seed.json must have every part');
  return part;
}
