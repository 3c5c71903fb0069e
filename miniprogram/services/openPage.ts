/** Opens a page of this mini-program by its address, as a card has it. */

/** @param url as services/pageUrl.ts writes it */
export function openPage(url: string): void {
  wx.navigateTo({
    url,
    // navigateTo refuses the pages of the tab bar, which take no query.
    fail: () => wx.switchTab({ url: url.split('?')[0] ?? url, fail: sayAbsent }),
  });
}

const sayAbsent = () => wx.showToast({ title: '没有这个页面', icon: 'none' });
