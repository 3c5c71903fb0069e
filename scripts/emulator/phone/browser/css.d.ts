/** Style sheets are imported for their effect alone: esbuild collects them. */
declare module '*.css';
