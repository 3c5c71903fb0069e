import { join } from 'node:path';
import { usedFiles } from '../../scripts/build/npmComponents';
import { addFiles, temporaryFolder } from '../temporaryFolder';

const component = (name: string, files: { js?: string; json?: object; wxml?: string; wxss?: string }) => ({
  [`${name}/${name}.js`]: files.js ?? '',
  [`${name}/${name}.json`]: JSON.stringify({ component: true, ...files.json }),
  [`${name}/${name}.wxml`]: files.wxml ?? '',
  [`${name}/${name}.wxss`]: files.wxss ?? '',
});

const LIBRARY = {
  ...component('cell', {
    js: 'import{a}from"tslib";import b from"./props";relations={"../group/group":{type:"ancestor"}};',
    json: { usingComponents: { icon: '../icon/icon' } },
    wxml: '<import src="../common/row.wxml"/><wxs src="./cell.wxs" module="_"/>',
    wxss: "@import '../common/base.wxss';",
  }),
  'cell/props.js': '',
  'cell/cell.wxs': 'var utils = require("../common/utils.wxs");',
  'cell/index.d.ts': '',
  ...component('group', {}),
  ...component('icon', {}),
  ...component('picker', {}),
  'common/row.wxml': '',
  'common/base.wxss': '',
  'common/theme.wxss': '',
  'common/utils.wxs': '',
  'miniprogram_npm/tslib/index.js': '',
  'miniprogram_npm/dayjs/index.js': '',
};

describe('usedFiles', () => {
  it('takes the components that the mini-program names, and everything that they need', () => {
    const library = temporaryFolder(LIBRARY);
    const miniprogram = temporaryFolder({
      'pages/home/home.json': JSON.stringify({ usingComponents: { 'l-cell': 'library/cell/cell' } }),
      'app.wxss': "@import 'miniprogram_npm/library/common/theme.wxss';",
      'miniprogram_npm/library/old.json': JSON.stringify({ usingComponents: { p: 'library/picker/picker' } }),
    });

    expect(usedFiles(miniprogram, library, 'library')).toEqual([
      'cell/cell.js',
      'cell/cell.json',
      'cell/cell.wxml',
      'cell/cell.wxs',
      'cell/cell.wxss',
      'cell/props.js',
      'common/base.wxss',
      'common/row.wxml',
      'common/theme.wxss',
      'common/utils.wxs',
      'group/group.js',
      'group/group.json',
      'group/group.wxml',
      'group/group.wxss',
      'icon/icon.js',
      'icon/icon.json',
      'icon/icon.wxml',
      'icon/icon.wxss',
      'miniprogram_npm/tslib/index.js',
    ]);
  });

  it('takes nothing when nothing is named', () => {
    const miniprogram = temporaryFolder({ 'app.json': '{"pages":["pages/home/home"]}' });
    expect(usedFiles(miniprogram, temporaryFolder(LIBRARY), 'library')).toEqual([]);
  });

  it('names the file whose reference leads nowhere', () => {
    const library = temporaryFolder(LIBRARY);
    addFiles(library, { 'icon/icon.js': 'import a from "./gone";' });
    const miniprogram = temporaryFolder({
      'app.json': JSON.stringify({ usingComponents: { 'l-icon': 'library/icon/icon' } }),
    });
    expect(() => usedFiles(miniprogram, library, 'library')).toThrow(
      `${join(library, 'icon/icon.js')} names ${join(library, 'icon/gone')}, which is not there`,
    );
  });
});
