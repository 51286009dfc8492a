/** What can become of a request on its way. */

/** Names of the faults. Each says what its caller meets, and whether the work was done. */
export const REQUEST_FAULTS = {
  /** The connection ends before anything was done. */
  refused: { lasts: true, does: 'nothing' },
  /** Done; the connection breaks in the middle of the answer. */
  reset: { lasts: true, does: 'once' },
  /** Nothing is done, and nobody ever answers. */
  hang: { lasts: true, does: 'nothing' },
  /** Done; the answer comes a few bytes a second. */
  drip: { lasts: true, does: 'once' },
  /** A firewall's page: 403. */
  '4xx': { lasts: true, does: 'nothing' },
  /** A proxy's page: 502. */
  '5xx': { lasts: true, does: 'nothing' },
  /** Done; half of the answer, whole as far as HTTP can tell. */
  cut: { lasts: true, does: 'once' },
  /** Done; the answer says that it is something else. */
  type: { lasts: true, does: 'once' },
  /** Done; another answer in its place, which is JSON. */
  json: { lasts: true, does: 'once' },
  /** Done; the connection ends without an answer. Once. */
  lost: { lasts: false, does: 'once' },
  /** Done twice; the second answer arrives. Once. */
  duplicate: { lasts: false, does: 'twice' },
  /** Overtaken by the request after it. Once. */
  reordered: { lasts: false, does: 'once' },
} as const satisfies Record<string, { readonly lasts: boolean; readonly does: 'nothing' | 'once' | 'twice' }>;

/** One of them. */
export type RequestFault = keyof typeof REQUEST_FAULTS;

/** The page a firewall or a proxy puts in place of an answer. */
export const errorPage = (status: number): string =>
  `<!doctype html><html><head><title>${String(status)}</title></head><body><h1>${String(status)}</h1></body></html>`;

/** An answer that nobody asked for. */
export const WRONG_JSON = '{"hello":"there"}';
