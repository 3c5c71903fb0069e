/** Which components' styles reach the page (WeChat's documentation: custom-component/wxml-wxss): known to both sides. */

export const reachesPage = (styleIsolation: string): boolean =>
  styleIsolation === 'shared' || styleIsolation === 'page-shared';
