import { troubleOf } from '../../../miniprogram/services/trouble';

describe('troubleOf', () => {
  it('says nothing when the user closed it himself', () => {
    expect(troubleOf({ errMsg: 'chooseMedia:fail cancel' })).toBe('');
  });

  it.each([
    [
      { errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement', errno: 112 },
      '小程序的隐私保护指引里还没有声明，请联系开发者',
    ],
    [
      { errMsg: 'setClipboardData:fail privacy permission is not authorized', errno: 104 },
      '同意隐私保护指引后才能这样做',
    ],
    [{ errMsg: 'chooseMedia:fail system permission denied' }, '没有成功：system permission denied'],
    [undefined, '没有成功：微信没有说明原因'],
  ])('says why it failed: %j', (failure, text) => {
    expect(troubleOf(failure)).toBe(text);
  });
});
