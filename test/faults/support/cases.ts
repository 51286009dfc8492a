/** The matrix: which fault can happen at which moment of which flow. */
import { DEVICE_FAULTS, toDeviceFault, type DeviceFaultName } from './device-faults.js';
import { FLOWS, toFlow, type FlowName } from './flows.js';
import type { RequestName, TimeName } from './moments.js';
import { REQUEST_FAULTS, type RequestFault } from './request-faults.js';

/** A case: a request, or a time, at which something goes wrong. */
export type Case = { readonly flow: FlowName } & (
  | { readonly fault: RequestFault; readonly request: RequestName }
  | { readonly fault: DeviceFaultName; readonly time: TimeName }
);

const keys = <K extends string>(record: Readonly<Record<K, unknown>>): K[] => Object.keys(record) as K[];

/** Names of all flows. */
export const flowNames = (): FlowName[] => keys(FLOWS);

/** Moments at which a file is loaded. */
const LOADED: ReadonlySet<string> = new Set<RequestName>([
  'intents file',
  'extras file',
  'script',
  'frame',
  'frame js',
  'dialog',
]);

/** Faults that need no frame. */
const FRAMELESS: readonly string[] = ['kept', 'bfcache'];

/** What a combination is left out for; null where it is played. */
function whyNot(flow: FlowName, fault: RequestFault | DeviceFaultName, moment: RequestName | TimeName): string | null {
  // What is loaded is asked for once and alone: nothing overtakes it, and twice is the same as once.
  const loaded = LOADED.has(moment);
  if (loaded && (fault === 'duplicate' || fault === 'reordered')) return 'a file is not a change';
  if (fault === 'duplicate' && moment === 'bank') return 'a page is not a change';
  if (!(fault in DEVICE_FAULTS)) return null;
  const { from, ours } = toDeviceFault(fault as DeviceFaultName);
  if ((from === 'start') !== (moment === 'start')) return 'what is there from the start has no other moment';
  if (ours && flow === 'redirect' && moment === 'asked') return 'the page is the bank’s';
  if (fault === 'kept' && flow === 'two-page' && moment === 'typed') return 'the driver cannot look into kept frames';
  if (ours && !FRAMELESS.includes(fault) && (moment === 'opening' || moment === 'done'))
    return 'there are no frames then';
  return null;
}

/** All cases of a flow, by fault and moment, in order. */
export function casesOf(flow: FlowName): Case[] {
  const { requests, times } = toFlow(flow);
  const onRequests = keys(REQUEST_FAULTS).flatMap((fault) =>
    requests.filter((request) => whyNot(flow, fault, request) === null).map((request) => ({ flow, fault, request })),
  );
  const onDevices = keys(DEVICE_FAULTS).flatMap((fault) =>
    times.filter((time) => whyNot(flow, fault, time) === null).map((time) => ({ flow, fault, time })),
  );
  return [...onRequests, ...onDevices];
}

/** The moment's name. */
export const momentOf = (each: Case): string => ('request' in each ? each.request : each.time);

/** Each fault once, each moment once, each flow: few cases that meet everything. */
export function fewCases(): Case[] {
  const all = flowNames().flatMap(casesOf);
  const faults = new Set<string>();
  const moments = new Set<string>();
  const flows = new Set<string>();
  const fresh = (each: Case): number =>
    (faults.has(each.fault) ? 0 : 1) + (moments.has(momentOf(each)) ? 0 : 1) + (flows.has(each.flow) ? 0 : 0.5);
  const chosen: Case[] = [];
  for (;;) {
    const best = all.reduce<Case | undefined>((so, each) => (so && fresh(so) >= fresh(each) ? so : each), undefined);
    if (!best || fresh(best) === 0) return chosen;
    chosen.push(best);
    faults.add(best.fault);
    moments.add(momentOf(best));
    flows.add(best.flow);
  }
}
