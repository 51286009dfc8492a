/** Gives Stripe its nodes: in the document's light DOM, however deep the element sits in shadow roots. */
import type { FrameKind } from '../core/ports.js';

/** Names the relay slots of one element; two checkouts on one page must not meet. */
let count = 0;

interface MountPoint {
  /** The node that Stripe uses. */
  readonly node: HTMLElement;
  /** What we made, outermost last; taken away again with the element. */
  readonly made: readonly HTMLElement[];
}

/**
 * The nodes for Stripe's fields. Stripe refuses shadow roots and detached nodes, so each field gets a light child of
 * the outermost host, shown through a chain of slots.
 */
export class MountPoints {
  readonly #host: HTMLElement;
  readonly #onLost: (frame: FrameKind, node: HTMLElement) => void;
  readonly #points = new Map<FrameKind, MountPoint>();
  readonly #name = `billing-checkout-${String(++count)}`;
  #observer: MutationObserver | null = null;

  /** `onLost` is told of a node made in place of one that a framework took away. */
  constructor(host: HTMLElement, onLost: (frame: FrameKind, node: HTMLElement) => void) {
    this.#host = host;
    this.#onLost = onLost;
  }

  /** The node for a field. Waits for the document: before, a framework that hydrates would drop what it does not know. */
  async node(frame: FrameKind): Promise<HTMLElement> {
    await documentParsed();
    return this.#point(frame).node;
  }

  /** Whether the customer is in this field. */
  hasFocus(frame: FrameKind): boolean {
    // A frame of another origin that has the keyboard is active, but matches no `:focus`.
    return this.#points.get(frame)?.node.contains(document.activeElement) ?? false;
  }

  /** Takes away what we made. */
  remove(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    for (const { made } of this.#points.values()) for (const node of made) node.remove();
    this.#points.clear();
  }

  #point(frame: FrameKind): MountPoint {
    const known = this.#points.get(frame);
    if (known?.made.every((node) => node.isConnected) && known.node.isConnected) return known;
    for (const node of known?.made ?? []) node.remove();
    const point = this.#supplied(frame) ?? this.#make(frame);
    this.#points.set(frame, point);
    this.#watch();
    return point;
  }

  /** A node of the author's, if Stripe would take it. */
  #supplied(frame: FrameKind): MountPoint | null {
    const node = [...this.#host.children].find((child) => child.slot === frame);
    if (!(node instanceof HTMLElement) || node instanceof HTMLSlotElement) return null;
    if (node.getRootNode() === document) return { node, made: [] };
    console.warn(
      `[billing-checkout] The slot="${frame}" node is in a shadow root, where Stripe shows nothing: ours is used.`,
    );
    node.hidden = true;
    return null;
  }

  #make(frame: FrameKind): MountPoint {
    const made: HTMLElement[] = [];
    const name = `${this.#name}-${frame}`;
    let host = this.#host;
    let slot: string = frame;
    for (let root = host.getRootNode(); root instanceof ShadowRoot; root = host.getRootNode()) {
      const relay = document.createElement('slot');
      relay.slot = slot;
      relay.name = name;
      host.append(relay);
      made.push(relay);
      host = root.host as HTMLElement;
      slot = name;
    }
    const node = document.createElement('div');
    node.slot = slot;
    node.dataset['billingMount'] = frame;
    host.append(node);
    made.push(node);
    return { node, made };
  }

  /** A framework may remove children it did not make, ours or a relay's. */
  #watch(): void {
    this.#observer?.disconnect();
    this.#observer = new MutationObserver(() => {
      if (!this.#host.isConnected) return;
      for (const [frame, { made, node }] of this.#points) {
        if (made.length === 0 || (node.isConnected && made.every((each) => each.isConnected))) continue;
        this.#onLost(frame, this.#point(frame).node);
      }
    });
    for (const { made } of this.#points.values()) {
      for (const { parentNode } of made) if (parentNode) this.#observer.observe(parentNode, { childList: true });
    }
  }
}

function documentParsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener(
      'DOMContentLoaded',
      () => {
        resolve();
      },
      { once: true },
    );
  });
}
