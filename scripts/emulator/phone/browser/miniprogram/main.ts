/** The mini-program's document: runs what the compiler made, in the phone that this frame lies in. */
import type { template } from 'glass-easel';
import type { MiniProgram, SourceError } from '../../program';
import type { PhoneHost } from '../host';
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
    start: (program) => startMiniProgram(program, host),
    fail: (errors) => host.showSourceErrors(errors),
  };
}
