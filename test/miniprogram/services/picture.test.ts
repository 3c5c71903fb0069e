import { choosePicture } from '../../../miniprogram/services/picture';
import { fakeWx } from '../fakeWx';

describe('choosePicture', () => {
  it('gives the path of the picture', async () => {
    fakeWx({ chooseMedia: () => Promise.resolve({ tempFiles: [{ tempFilePath: 'wxfile://tmp/a.png' }] }) });
    expect(await choosePicture()).toEqual({ ok: true, path: 'wxfile://tmp/a.png' });
  });

  it('says nothing of the user who wants none', async () => {
    fakeWx({ chooseMedia: () => Promise.reject({ errMsg: 'chooseMedia:fail cancel' }) });
    expect(await choosePicture()).toEqual({ ok: false, trouble: '' });
  });

  it('says why WeChat lets nobody choose', async () => {
    const errMsg = 'chooseMedia:fail api scope is not declared in the privacy agreement';
    fakeWx({ chooseMedia: () => Promise.reject({ errMsg, errno: 112 }) });
    const trouble = '小程序的隐私保护指引里还没有声明，请联系开发者';
    expect(await choosePicture()).toEqual({ ok: false, trouble });
  });
});
