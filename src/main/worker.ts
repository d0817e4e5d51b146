import { systemClock } from './system.ts';
import { createWorker } from './worker-app.ts';

export default createWorker(systemClock);
