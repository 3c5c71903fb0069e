/** The style sheets of pages and components, and which of them stay inside their component. */

import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { reachesPage } from '../../styleIsolation';
import type { PhoneBackend } from './backend';
import type { Program } from './pages/pageParts';

export interface StyleSheets {
  /** A component's `options` name its isolation, which its JSON did not: custom-component/wxml-wxss. */
  isolate(path: string, styleIsolation: string): void;
}

export function addStyleSheets(program: Program, codeSpace: CodeSpace, backend: PhoneBackend): StyleSheets {
  const isPage = (path: string) => program.app.pages.includes(path);
  for (const [path, { css, scope }] of Object.entries(program.styleSheets)) {
    backend.registerStyleSheetContent(path, css);
    // A page's own styles apply while it is on top, as in WeChat, where each page is a document.
    if (!isPage(path)) codeSpace.addStyleSheet(path, path, scope);
  }
  // Before the first page's, which says it otherwise; the framework adds it when a component first needs it.
  if (program.styleSheets['app']) backend.appendStyleSheetPath('app');
  return {
    isolate(path, styleIsolation) {
      const sheet = program.styleSheets[path];
      if (sheet?.scope === undefined || !reachesPage(styleIsolation)) return;
      // Compiled as if they stayed inside: the class names lose their prefix again.
      backend.registerStyleSheetContent(path, sheet.css.replaceAll(`.${sheet.scope}--`, '.'));
      codeSpace.addStyleSheet(path, path);
    },
  };
}
