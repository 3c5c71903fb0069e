import { defaultSeed, parseSeed } from '../../../scripts/emulator/wechat/seed';

describe('parseSeed', () => {
  it('takes the seed that comes with the emulator', () => {
    expect(defaultSeed().templates).toHaveLength(4);
  });

  it.each([
    ['templates.0.tmplId', { templates: [{ tmplId: 'no spaces' }] }],
    ['templates', { templates: [defaultSeed().templates[0], defaultSeed().templates[0]] }],
    ['users.0.openid', { users: [{ openid: 'short', nickname: '短' }] }],
    ['push.encodingAESKey', { push: { ...defaultSeed().push, encodingAESKey: 'short' } }],
    ['miniProgram.originalId', { miniProgram: { originalId: 'wx123' } }],
    ['colour', { colour: 'red' }],
  ])('names the place that is wrong: %s', (place, change) => {
    expect(() => parseSeed({ ...defaultSeed(), ...change })).toThrow(`the seed is wrong at ${place}: `);
  });
});
