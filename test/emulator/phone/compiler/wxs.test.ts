import { compileWxs, wxsRequires } from '../../../../scripts/emulator/phone/compiler/wxs';

describe('compileWxs', () => {
  it.each([
    // TDesign's utils.wxs relies on both: getRegExp('^-?\d+…') and constructor === 'String'.
    ["getRegExp('^\\d+$')", "getRegExp('^\\\\d+$')"],
    ["'a\\n\\'b\\\\c'", "'a\\n\\'b\\\\c'"],
    ["value.constructor === 'Array'", "value._$wxsConstructor === 'Array'"],
    ["'.constructor' // .constructor", "'.constructor' // .constructor"],
    // iView's button.wxs: `class` is no reserved word of WXS.
    ["var class = 'class'; a.class = { class: class }", "var class_ = 'class'; a.class = { class: class_ }"],
  ])('%s becomes %s', (wxs, script) => {
    expect(compileWxs(wxs)).toBe(script);
  });
});

describe('wxsRequires', () => {
  it('names what is required, but not in a comment', () => {
    expect(wxsRequires(`var a = require('./a.wxs') // require('./b.wxs')\nrequire( "/c.wxs" )`)).toEqual([
      './a.wxs',
      '/c.wxs',
    ]);
  });
});
