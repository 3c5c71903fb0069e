/** The mini-program's document: runs what the compiler made, in the phone that this frame lies in. */
import type { template } from 'glass-easel';
import type { MiniProgram, SourceError } from '../../program';
import type { PhoneHost } from '../host';
import { ModuleFailure } from './modules';
import { startMiniProgram } from './start';
import './components/components.css';

declare global {
  interface Window {
    xinshiPhone?: PhoneHost;
    /** What the compiled script calls. */
    xinshi?: {
      start(program: MiniProgram<template.ComponentTemplate['content']>): void;
      fail(errors: SourceError[]): void;
    };
  }
}

const host = window.parent.xinshiPhone;
// Opened by itself, without a phone around it.
if (host === undefined) window.location.replace('../');
else {
  window.xinshi = {
    start(program) {
      try {
        startMiniProgram(program, host);
      } catch (error) {
        console.error(error);
        host.showSourceErrors([startError(error)]);
      }
    },
    fail: (errors) => host.showSourceErrors(errors),
  };
}

function startError(error: unknown): SourceError {
  if (error instanceof ModuleFailure) return { file: error.path, message: error.message };
  return { file: 'app.json', message: error instanceof Error ? error.message : String(error) };
}
