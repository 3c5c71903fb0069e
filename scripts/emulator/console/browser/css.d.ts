/** esbuild puts imported stylesheets into the bundle. */
declare module '*.css';
