/** What a tag says where nobody has said anything. */
import type { DefaultValues } from '../core/config.js';
import type { OwnMessages } from '../core/own-messages.js';
import type { Backend } from '../core/ports.js';
import type { FunnelSink } from '../headless/funnel.js';

/** What of the tag is set. A page may have set what is no attribute before there was anything of ours. */
interface Early {
  disabled: boolean;
  setup: boolean;
  adjustableQuantity: boolean;
  express: boolean;
  sendEvents: boolean;
  messages: OwnMessages | null;
  defaultValues?: DefaultValues;
  analytics?: FunnelSink | null;
  backend?: Backend | null;
}

/** Of what is no attribute, whatever a page has set before the tag was defined stays. */
export function setDefaults(tag: Early): void {
  tag.disabled = tag.setup = tag.adjustableQuantity = tag.express = tag.sendEvents = false;
  tag.messages = null;
  tag.defaultValues ??= {};
  tag.analytics ??= null;
  tag.backend ??= null;
}
