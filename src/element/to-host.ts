/** What a checkout hears from its tag, and how the tag hears of its checkout. */
import type { LitElement } from 'lit';
import type { DefaultValues } from '../core/config.js';
import type { FrameKind, Look } from '../core/ports.js';
import type { SessionInfo } from '../core/session.js';
import type { Flow, Step } from '../core/state.js';
import type { Trace } from '../core/trace.js';
import type { Item } from '../contract/items.js';
import type { CheckoutHost } from '../headless/host.js';
import { askHost, toEvent } from './events.js';
import { focusTarget } from './focus-target.js';
import { readLocale } from './locale.js';
import { readConfig, readExperiment, type ConfigSource, type ExperimentSource } from './read-config.js';
import { warnOnce } from './warn.js';

/** What of the tag a checkout reads at each use, and the two it may write. */
interface Tag extends LitElement, Omit<ConfigSource, 'items' | 'quantity'>, ExperimentSource {
  items: readonly Item[] | null;
  quantity: number | null;
  readonly defaultValues: DefaultValues;
  readonly shownFlow: Flow;
  readonly step: Step;
  readonly locale: string | null;
  readonly disabled: boolean;
  readonly session: SessionInfo | null;
  readonly trace: Trace;
}

/** Makes the host of a tag's checkout. */
export const toHost = (
  tag: Tag,
  node: (frame: FrameKind) => Promise<HTMLElement>,
  look: () => Look,
  variant: () => string | null,
): CheckoutHost => {
  let tried = false;
  return {
    config: () => readConfig(tag),
    defaultValues: () => tag.defaultValues,
    flow: () => tag.shownFlow,
    experiment: () => readExperiment(tag),
    locale: () => readLocale(tag),
    look,
    node,
    // Held back since: the sheet of a wallet may have been open.
    beforeSubmit: (question) => (tag.disabled ? Promise.resolve({ go: false }) : askHost(tag, question)),
    emit: (emission) => {
      tried = emission.submits > 0;
      if (emission.event === 'billing-error' && emission.error.hint) warnOnce(emission.error.hint);
      const event = toEvent(emission, tag, variant());
      if (event) tag.dispatchEvent(event);
    },
    setQuantity: (quantity) => {
      const { items } = tag;
      if (items) tag.items = items.map((item) => ({ ...item, quantity }));
      else tag.quantity = quantity;
    },
    focus: (target) => {
      focusTarget(tag, target, tried);
    },
    changed: () => {
      tag.requestUpdate();
    },
  };
};
