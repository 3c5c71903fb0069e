/** What pages are made of. */
import type { template } from 'glass-easel';
import type { AssociatedBackend, CodeSpace } from 'glass-easel-miniprogram-adapter';
import type { MiniProgram } from '../../../program';
import type { PhoneBackend } from '../backend';

export type Program = MiniProgram<template.ComponentTemplate['content']>;

type Root = ReturnType<AssociatedBackend['createRoot']>;

/** What `this` is in a page's functions. */
export type PageInstance = ReturnType<Root['get']> & {
  route?: string;
  options?: Record<string, string>;
  [field: string]: unknown;
};

export interface PageParts {
  program: Program;
  codeSpace: CodeSpace;
  backend: PhoneBackend;
  associated: AssociatedBackend;
  /** Runs the modules that define a page and all that it uses. @throws ModuleFailure */
  define(path: string): void;
}
