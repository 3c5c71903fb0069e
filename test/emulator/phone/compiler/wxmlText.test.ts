import { compileText } from '../../../../scripts/emulator/phone/compiler/wxmlText';

describe('compileText', () => {
  it.each([
    ['<text>one\\ntwo</text>', '<text>one&#10;two</text>'],
    ['<view a="x\\n>" b>{{ "\\n" }}\\n</view>', '<view a="x\\n>" b>{{ "\\n" }}&#10;</view>'],
    ['<!-- \\n --><wxs module="w">var n = "\\n"</wxs>', '<!-- \\n --><wxs module="w">var n = "\\n"</wxs>'],
  ])('begins a new line where a text says so: %s', (wxml, compiled) => {
    expect(compileText(wxml)).toBe(compiled);
  });
});
