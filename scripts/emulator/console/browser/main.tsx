/** Starts the console in its document. */
import { render } from 'preact';
import { EmulatorClock } from './emulator/clock';
import { JournalModel } from './emulator/journalModel';
import { Stream } from './emulator/stream';
import { App } from './frame/app';
import './look/tokens.css';
import './look/controls.css';

const stream = new Stream(new EventSource('/emulator/events'));
const parts = { stream, clock: new EmulatorClock(stream), journal: new JournalModel(stream) };
render(<App {...parts} />, document.getElementById('console') as HTMLElement);
