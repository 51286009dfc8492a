/** What every element has: mount and unmount, focus, events, and a frame that is set up once the checkout is loaded. */
import type { StripeError } from '@stripe/stripe-js';
import type { FrameSetup, FromFrame, ToFrame } from '../../wire/frame-messages.js';
import { IntegrationError } from '../integration-error.js';
import { createFrameNode } from './create-frame-node.js';
import type { FrameNode } from './create-frame-node.js';
import type { ElementGroup, GroupPage } from './element-group.js';
import { Emitter } from './emitter.js';
import { findMountNode } from './find-mount-node.js';
import { FrameLine } from './frame-line.js';
import { listenToLabels } from './listen-to-labels.js';

export type FrameEvent = Exclude<FromFrame, { type: 'answer' }>;

export interface ElementEvents<Type extends string, Change> {
  readonly loaderstart: { elementType: Type };
  readonly ready: { elementType: Type };
  readonly focus: { elementType: Type };
  readonly blur: { elementType: Type };
  readonly escape: { elementType: Type };
  readonly loaderror: { elementType: Type; error: StripeError };
  readonly change: Change;
}

interface Mounted {
  readonly node: HTMLElement;
  readonly frame: FrameNode;
  readonly line: FrameLine;
  readonly forgetLabels: () => void;
  phase: 'loading' | 'loaded' | 'ready' | 'failed';
}

/** The frame of each element. */
const frameKinds = { payment: 'payment', address: 'address', expressCheckout: 'express' } as const;

export abstract class SimulatedElement<
  Type extends keyof typeof frameKinds,
  Change,
  Events extends ElementEvents<Type, Change>,
> {
  protected readonly emitter = new Emitter<Events & ElementEvents<Type, Change>>();
  protected readonly group: ElementGroup;
  readonly #type: Type;
  #mounted: Mounted | null = null;
  #destroyed = false;

  constructor(group: ElementGroup, type: Type) {
    this.group = group;
    this.#type = type;
  }

  /** What the frame needs to know. */
  protected abstract toSetup(page: GroupPage): FrameSetup;
  /** Hears what only this kind of frame says. */
  protected abstract hear(message: FrameEvent): void;
  /** Tells the page that the frame can be used. */
  protected announceReady(): void {
    this.emitter.emit('ready', { elementType: this.#type });
  }
  /** What was typed is gone: the frame is new. */
  protected abstract forget(): void;

  mount(target: string | HTMLElement): void {
    this.assertUsable();
    if (this.#mounted !== null) {
      throw new IntegrationError(
        'This Element is already mounted. Use `unmount()` to unmount the Element before re-mounting.',
      );
    }
    const node = findMountNode(target);
    const frame = createFrameNode(this.group.origin, frameKinds[this.#type]);
    const line = new FrameLine(frame.host, this.#onMessage);
    const forgetLabels = listenToLabels(node, () => this.focus());
    frame.focusShim.addEventListener('focus', () => this.focus());
    this.#mounted = { node, frame, line, forgetLabels, phase: 'loading' };
    if (node.childNodes.length > 0) {
      console.warn('This Element will be mounted to a DOM element that contains child nodes.');
    }
    node.classList.add('StripeElement', 'StripeElement--empty');
    node.replaceChildren(frame.wrapper);
    this.group.elementChanged();
  }

  unmount(): void {
    this.assertUsable();
    this.#remove();
  }

  destroy(): void {
    this.assertUsable();
    this.#remove();
    this.#destroyed = true;
    this.group.elementChanged();
  }

  focus(): void {
    this.assertUsable();
    this.#mounted?.frame.host.node.focus();
    this.send({ type: 'focus' });
  }

  blur(): void {
    this.assertUsable();
    this.send({ type: 'blur' });
    this.#mounted?.frame.host.node.blur();
  }

  clear(): void {
    this.assertUsable();
    this.send({ type: 'clear' });
  }

  /** Its frame is in the page: a framework may have removed it without a word. */
  get mounted(): boolean {
    return this.#mounted?.frame.host.node.isConnected === true;
  }

  get destroyed(): boolean {
    return this.#destroyed;
  }

  /** Tells the frame what has changed in the checkout. */
  refresh(): void {
    const { page, failure } = this.group;
    if (this.#mounted === null || this.#mounted.phase === 'loading') return;
    if (failure !== null) this.#fail(failure);
    else if (page !== null) this.send({ type: 'setup', setup: this.toSetup(page) });
  }

  refreshAppearance(): void {
    this.send({ type: 'appearance', appearance: this.group.appearance, fonts: this.group.fonts });
  }

  protected get line(): FrameLine | null {
    return this.mounted ? (this.#mounted?.line ?? null) : null;
  }

  protected send(message: ToFrame): void {
    if (this.#mounted !== null && this.#mounted.phase !== 'loading') this.#mounted.line.send(message);
  }

  protected assertUsable(): void {
    if (this.#destroyed)
      throw new IntegrationError('This Element has already been destroyed. Please create a new one.');
  }

  protected mark(state: { readonly empty: boolean; readonly complete: boolean; readonly invalid: boolean }): void {
    const classes = this.#mounted?.node.classList;
    classes?.toggle('StripeElement--empty', state.empty);
    classes?.toggle('StripeElement--complete', state.complete);
    classes?.toggle('StripeElement--invalid', state.invalid);
  }

  #remove(): void {
    if (this.#mounted === null) return;
    const { node, frame, line, forgetLabels } = this.#mounted;
    this.#mounted = null;
    line.close();
    forgetLabels();
    frame.wrapper.remove();
    for (const state of ['', '--empty', '--complete', '--focus', '--invalid'])
      node.classList.remove(`StripeElement${state}`);
    this.forget();
    this.group.elementChanged();
  }

  #fail(error: StripeError): void {
    if (this.#mounted === null || this.#mounted.phase === 'failed') return;
    this.#mounted.phase = 'failed';
    const heard = this.emitter.emit('loaderror', { elementType: this.#type, error });
    if (!heard) console.error(`Unhandled ${this.#type} Element loaderror`, { error });
  }

  readonly #onMessage = (message: FrameEvent): void => {
    const mounted = this.#mounted;
    if (mounted === null) return;
    const elementType = this.#type;
    switch (message.type) {
      case 'loaded': {
        const again = mounted.phase !== 'loading';
        mounted.phase = 'loaded';
        if (again) this.forget();
        else this.emitter.emit('loaderstart', { elementType });
        this.refreshAppearance();
        this.refresh();
        return;
      }
      case 'ready':
        mounted.phase = 'ready';
        this.announceReady();
        return;
      case 'height':
        mounted.frame.host.node.style.setProperty('height', `${message.height}px`, 'important');
        return;
      case 'focus':
      case 'blur':
        mounted.node.classList.toggle('StripeElement--focus', message.type === 'focus');
        this.emitter.emit(message.type, { elementType });
        return;
      case 'escape':
        this.emitter.emit('escape', { elementType });
        return;
      case 'payment-change':
      case 'card-details':
      case 'saved-remove':
      case 'address-change':
      case 'challenge':
      case 'link-bank':
      case 'bank':
      case 'express-click':
      case 'wallet':
        this.hear(message);
    }
  };
}
