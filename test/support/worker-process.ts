import { readSettings } from '../../settings';
import { installLog } from '../../workers/log';
import { startWorker } from '../../workers/worker';
import { wire } from '../../workers/wiring';
import { bundledOnce } from './workflow-bundle';

/** Run as a process by start-worker-process.ts: a worker as the settings say, until it is killed. */
const settings = readSettings();
const wiring = wire(settings, () => undefined);
installLog(settings.logLevel);
void startWorker(settings, wiring, bundledOnce).then(() => process.send?.('ready'));
