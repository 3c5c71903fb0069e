/**
 * Who may import whom (docs/architecture.md). An import that no arrow allows is an error; test/architecture.test.ts
 * runs this on the tree, and on trees that break each rule.
 */

/** The arrows inside cloudfunctions/shared, from each room to those that it may use. */
const SHARED_ARROWS = {
  errors: [],
  wechat: ['errors'],
  templates: ['errors'],
  platform: ['errors'],
  transport: ['wechat', 'platform'],
  audit: ['wechat', 'platform'],
  subscriptions: ['platform'],
  delivery: ['subscriptions', 'templates', 'audit', 'transport', 'wechat', 'platform'],
  conversation: ['audit', 'transport', 'wechat', 'platform'],
  push: ['conversation', 'subscriptions', 'delivery', 'platform'],
};

const room = (name) => `^cloudfunctions/shared/${name}/`;

const sharedRules = Object.entries(SHARED_ARROWS).map(([name, allowed]) => ({
  name: `shared-${name}`,
  comment: `shared/${name} may use ${allowed.length > 0 ? allowed.join(', ') : 'plain libraries only'}`,
  severity: 'error',
  from: { path: room(name) },
  to: { path: '^cloudfunctions/', pathNot: [room(name), ...allowed.map(room)] },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'function-to-function',
      comment: 'A function is deployed alone; what two have in common stands in shared/',
      severity: 'error',
      from: { path: '^cloudfunctions/(?!shared/)([^/]+)/' },
      to: { path: '^cloudfunctions/', pathNot: ['^cloudfunctions/$1/', '^cloudfunctions/shared/'] },
    },
    ...sharedRules,
    {
      name: 'sdk-in-platform-alone',
      comment: 'Everything else reaches the cloud through shared/platform',
      severity: 'error',
      from: { path: '^(cloudfunctions|miniprogram)/', pathNot: room('platform') },
      to: { path: 'node_modules/(wx-server-sdk|@cloudbase)/' },
    },
    {
      name: 'deployed-code-stands-alone',
      comment: 'Nothing that is deployed imports from scripts/ or test/',
      severity: 'error',
      from: { path: '^(cloudfunctions|miniprogram)/' },
      to: { path: '^(scripts|test)/' },
    },
    {
      name: 'miniprogram-takes-types-alone',
      comment: "The front end may name a function's input and output; code would be outside its package",
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: '^cloudfunctions/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'emulator-runs-bundles',
      comment: 'The emulator runs the built functions as the cloud would, and never their source',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '^scripts/(bench|errors)/' },
      to: { path: '^(cloudfunctions|miniprogram)/' },
    },
    {
      name: 'emulator-stands-alone',
      comment: 'The emulator is worth having on its own',
      severity: 'error',
      from: { path: '^scripts/emulator/' },
      to: { path: '^scripts/', pathNot: ['^scripts/emulator/', '^scripts/project/'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
