/** The state that an emulator begins with: the shape of seed.json. */
import * as v from 'valibot';
import seedFile from '../seed.json';
import { MiniProgramSchema } from './miniProgram';
import { OfficialAccountSchema } from './officialAccounts';
import { PushSettingsSchema } from './push/settings';
import { TemplatesSchema } from './templates/templates';
import { OPENID } from './users';

const SeedSchema = v.strictObject({
  miniProgram: MiniProgramSchema,
  templates: TemplatesSchema,
  users: v.array(
    v.strictObject({
      openid: v.pipe(v.string(), v.regex(OPENID, `must be an openid: ${OPENID.source}`)),
      nickname: v.pipe(v.string(), v.minLength(1, 'must not be empty')),
      unionid: v.exactOptional(v.pipe(v.string(), v.minLength(1, 'must not be empty'))),
    }),
  ),
  push: PushSettingsSchema,
  officialAccounts: v.optional(v.array(OfficialAccountSchema), []),
});

export type Seed = v.InferOutput<typeof SeedSchema>;

/**
 * @param input the parsed JSON of a seed file
 * @throws {Error} naming the first place that is wrong
 */
export function parseSeed(input: unknown): Seed {
  const parsed = v.safeParse(SeedSchema, input, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`the seed is wrong at ${v.getDotPath(issue) ?? 'its top level'}: ${issue.message}`);
}

/** The seed that comes with the emulator. */
export const defaultSeed = (): Seed => parseSeed(seedFile);
