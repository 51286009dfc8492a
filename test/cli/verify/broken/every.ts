/** Backends whose answers are all right but for one thing. */
import { answering, answeringJson, parse, reworded, type Broken } from './broken.js';

const isRefusal = ({ status }: Response): boolean => status >= 400 && status < 500;

const withHeaders = (change: (headers: Headers, request: Request, answer: Response) => void): Broken['build'] =>
  answering((answer, request) => {
    change(answer.headers, request, answer);
    return answer;
  });

export const EVERY_ANSWER: readonly Broken[] = [
  {
    id: 'every.problem',
    does: 'sends problems as plain JSON',
    build: withHeaders((headers, _, answer) => {
      if (isRefusal(answer)) headers.set('content-type', 'application/json');
    }),
  },
  {
    id: 'every.status',
    does: 'has one status for every mistake',
    build: answering(async (answer) => {
      const json = answer.status === 422 ? parse(await answer.clone().text()) : null;
      if (json === null) return answer;
      return reworded(answer, { ...json, status: 400 }, 400);
    }),
  },
  {
    id: 'every.origin',
    does: 'does not let pages read a no',
    build: withHeaders((headers, _, answer) => {
      if (isRefusal(answer)) headers.delete('access-control-allow-origin');
    }),
  },
  {
    id: 'every.foreign',
    does: 'lets every page read',
    build: withHeaders((headers, { method, headers: asked }) => {
      const origin = asked.get('origin');
      if (method !== 'OPTIONS' && origin !== null) headers.set('access-control-allow-origin', origin);
    }),
  },
  {
    id: 'every.vary',
    does: 'does not say that answers differ by origin',
    build: withHeaders((headers) => {
      headers.delete('vary');
    }),
  },
  {
    id: 'every.no_store',
    does: 'lets caches keep answers',
    build: withHeaders((headers, { method }) => {
      if (method === 'GET') headers.set('cache-control', 'private, max-age=60');
    }),
  },
  {
    id: 'every.keys',
    does: 'quotes its configuration in an error',
    build: answering(async (answer) => {
      const json = answer.status === 503 ? parse(await answer.clone().text()) : null;
      return json === null ? answer : reworded(answer, { ...json, detail: 'Stripe did not take sk_test_verify.' });
    }),
  },
  {
    id: 'every.truth',
    does: 'passes a secret on',
    build: answeringJson('GET /sessions/:id', async (truth, _, { stripe }) => {
      const id = String(truth['id']);
      const session = id.startsWith('cs_') ? await stripe.checkout.sessions.retrieve(id) : null;
      return { ...truth, clientSecret: session?.client_secret };
    }),
  },
];
