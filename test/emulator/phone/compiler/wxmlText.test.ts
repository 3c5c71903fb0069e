import { compileText, quoteValues } from '../../../../scripts/emulator/phone/compiler/wxmlText';

describe('compileText', () => {
  it.each([
    ['<text>one\\ntwo</text>', '<text>one&#10;two</text>'],
    ['<view a="x\\n>" b>{{ "\\n" }}\\n</view>', '<view a="x\\n>" b>{{ "\\n" }}&#10;</view>'],
    ['<!-- \\n --><wxs module="w">var n = "\\n"</wxs>', '<!-- \\n --><wxs module="w">var n = "\\n"</wxs>'],
  ])('begins a new line where a text says so: %s', (wxml, compiled) => {
    expect(compileText(wxml)).toBe(compiled);
  });
});

describe('quoteValues', () => {
  it.each([
    ['<image src=https://a/b?c=1&d class="e"/>', '<image src="https://a/b?c=1&d" class="e"/>'],
    ['<image src=https://a/b?c=1" mode="f">', '<image src="https://a/b?c=1" mode="f">'],
    ['<view wx:if="{{a = b}}" c=\'d\' e>f = g</view>', '<view wx:if="{{a = b}}" c=\'d\' e>f = g</view>'],
  ])('ends a value without quotes where WeChat does: %s', (wxml, compiled) => {
    expect(quoteValues(wxml)).toBe(compiled);
  });
});
