/** What `npm run fuzz` prints. */
import { fuzzRoute, type RouteFigures } from './fuzz-route.js';
import { ROUTES, type Route } from './requests.js';

/** What was asked. */
export interface FuzzArguments {
  /** All of them where none is named. */
  readonly route?: string | undefined;
  /** Per route. */
  readonly requests: number;
  readonly seed: number;
  readonly path?: string | undefined;
  readonly print: (text: string) => void;
}

/** Bytes that a heap may be heavier at the end: caches of the engine, not what grows with each request. */
const SLACK = 8 * 1_048_576;

/** Fuzzes, and prints a line per route. Resolves to the figures, and the exit code. */
export async function fuzz(
  asked: FuzzArguments,
): Promise<{ readonly code: number; readonly figures: readonly RouteFigures[] }> {
  const { route, requests, seed, path, print } = asked;
  const routes = ROUTES.filter((each) => route === undefined || each === route);
  if (routes.length === 0) {
    print(`There is no route ${route ?? ''}: choose from ${ROUTES.join(', ')}.`);
    return { code: 2, figures: [] };
  }
  print(
    `Seed ${String(seed)}, ${requests.toLocaleString('en')} requests per route. Milliseconds; megabytes after a collection.`,
  );
  print(toRow(['route', 'requests', 'p50', 'p99', 'slowest', 'heap before', 'heap after', 'answers']));
  const figures: RouteFigures[] = [];
  for (const each of routes) {
    const found = await fuzzRoute({ route: each, requests, seed, path });
    figures.push(found);
    print(toLine(found));
    if (found.failure !== null) print(toFailure(each, asked, found.failure));
  }
  const broken = figures.filter(({ failure }) => failure !== null).length;
  const grown = figures.filter(({ heapBefore, heapAfter }) => heapAfter - heapBefore > SLACK).map((each) => each.route);
  if (grown.length > 0) print(`The heap grew at: ${grown.join(', ')}.`);
  print(broken + grown.length === 0 ? 'Nothing broken.' : `${String(broken)} routes broken.`);
  return { code: broken + grown.length === 0 ? 0 : 1, figures };
}

const mega = (bytes: number): string => (bytes / 1_048_576).toFixed(1);

const WIDTHS = [9, 9, 7, 7, 8, 11, 10];
const toRow = (cells: readonly string[]): string =>
  cells
    .map((cell, index) => (index === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[index] ?? 0)))
    .join('  ');

const toLine = ({ route, requests, p50, p99, max, heapBefore, heapAfter, statuses }: RouteFigures): string =>
  toRow([
    route,
    String(requests),
    p50.toFixed(2),
    p99.toFixed(2),
    max.toFixed(1),
    mega(heapBefore),
    mega(heapAfter),
    Object.entries(statuses)
      .map(([status, count]) => `${status}: ${String(count)}`)
      .join(', '),
  ]);

const toFailure = (
  route: Route,
  { requests, seed }: FuzzArguments,
  failure: NonNullable<RouteFigures['failure']>,
): string =>
  [
    failure.fault,
    JSON.stringify(failure.request),
    `Again: npm run fuzz -- --route ${route} --requests ${String(requests)} --seed ${String(seed)} --path "${failure.path}"`,
  ].join('\n');
