/** Where the fields of one element live: in a frame of the simulator's, or in the page itself. */
import type { FrameKind, FromFrame, ToFrame } from '../../wire/frame-messages.js';

/** A node for the page, and the line to what is in it. */
export interface FieldHost {
  readonly node: HTMLElement;
  /** Called once, before the node is in the page. */
  connect(hear: (message: FromFrame) => void): HostConnection;
}

/** Messages arrive later and in order, as those of `postMessage` do. */
export interface HostConnection {
  send(message: ToFrame): void;
  close(): void;
}

/** Makes the place for one element, or for a dialog. `origin` is the simulator's. */
export type OpenHost = (origin: string, kind: FrameKind) => FieldHost;
