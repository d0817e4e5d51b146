import { createWorker, type Worker } from '../../src/main/worker-app.ts';

let now = 0;

const worker = createWorker({ now: () => now });

/** The shipped worker with a clock that the test sets: `PUT /clock` with milliseconds UTC. */
export default {
  async fetch(request, env, execution) {
    if (request.method !== 'PUT' || new URL(request.url).pathname !== '/clock')
      return worker.fetch(request, env, execution);
    now = Number(await request.text());
    return new Response(null, { status: 204 });
  },
  scheduled: (event, env, execution) => worker.scheduled(event, env, execution),
} satisfies Worker;
