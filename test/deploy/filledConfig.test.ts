import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillConfig } from '../../scripts/deploy/filledConfig';
import { projectRoot } from '../../scripts/project/paths';

const OWN = readFileSync(join(projectRoot, 'cloudbaserc.json'), 'utf8');
const config = (envVariables: object) =>
  JSON.stringify({
    envId: '{{env.ENV_ID}}',
    functionRoot: 'dist',
    functions: [{ name: 'a', timeout: 5, envVariables }],
  });
const filled = (envVariables: object, settings: Record<string, string>) =>
  JSON.parse(fillConfig(config(envVariables), 'shop-1', settings).text);

describe('fillConfig', () => {
  it('puts settings where cloudbaserc.json has their placeholders, and leaves the rest as it is', () => {
    expect(
      filled({ XINSHI_APPID: '{{env.XINSHI_APPID}}', TZ: 'Asia/Shanghai' }, { XINSHI_APPID: 'wx1' }),
    ).toEqual({
      envId: 'shop-1',
      functionRoot: 'dist',
      functions: [{ name: 'a', timeout: 5, envVariables: { XINSHI_APPID: 'wx1', TZ: 'Asia/Shanghai' } }],
    });
  });

  it('leaves out what is not set, and says so', () => {
    const variables = { XINSHI_APPID: '{{env.XINSHI_APPID}}', XINSHI_OPERATOR: '{{env.XINSHI_OPERATOR}}' };
    expect(filled(variables, { XINSHI_OPERATOR: 'o1' }).functions[0].envVariables).toEqual({
      XINSHI_OPERATOR: 'o1',
    });
    expect(fillConfig(config(variables), 'shop-1', {}).unset).toEqual(['XINSHI_APPID', 'XINSHI_OPERATOR']);
  });

  it('leaves no placeholder in this project’s own cloudbaserc.json', () => {
    expect(fillConfig(OWN, 'shop-1', {}).text).not.toContain('{{');
  });

  it('keeps quotes and backslashes, at which tcb would break off', () => {
    expect(filled({ A: '{{env.A}}' }, { A: 'a"b\\c' }).functions[0].envVariables).toEqual({ A: 'a"b\\c' });
  });

  it.each(['null', '{"a":1}', '["a"]', 'x{{y}}'])(
    'refuses %s, which tcb would change, by its name',
    (value) => {
      expect(() => filled({ A: '{{env.A}}' }, { A: value })).toThrow(/^A /);
    },
  );
});
