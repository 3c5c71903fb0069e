/** Starts the console in its document. */
// First, so that a page's own style prevails.
import './look/tokens.css';
import './look/controls.css';
import './look/panels.css';
import { render } from 'preact';
import { EmulatorClock } from './emulator/clock';
import { JournalModel } from './emulator/journalModel';
import { Stream } from './emulator/stream';
import { App } from './frame/app';

const stream = new Stream(new EventSource('/emulator/events'));
const parts = { stream, clock: new EmulatorClock(stream), journal: new JournalModel(stream) };
render(<App {...parts} />, document.getElementById('console') as HTMLElement);
