/** What every element frame does first: styles, skeleton, the line to the page, focus and height reports. */
import type { FrameSetup } from '../wire/frame-messages.js';
import { applyAppearance, installBaseStyles, loadFonts } from './appearance/apply-appearance.js';
import { h } from './form/h.js';
import { createSkeleton } from './form/skeleton.js';
import { openHostLine } from './host-line.js';
import { reportFrameEvents } from './report-frame-events.js';
import { runForm, type FormDefinition } from './run-form.js';

export interface FrameDefinition<Setup extends FrameSetup> extends FormDefinition<Setup> {
  readonly skeleton: readonly number[];
}

export function startFrame<Setup extends FrameSetup>(definition: FrameDefinition<Setup>): void {
  installBaseStyles();
  applyAppearance({});
  const content = h('div', { class: 'Frame' }, createSkeleton(definition.skeleton));
  document.body.append(content);

  const hear = runForm<Setup>(definition, content, {
    send: (message) => line.send(message),
    // `ready` says that it is drawn in full.
    drawn: () => tellHeight(),
  });
  const line = openHostLine((message) => {
    if (message.type === 'appearance') {
      applyAppearance(message.appearance);
      loadFonts(message.fonts);
    }
    if (message.type === 'setup') {
      document.documentElement.lang = message.setup.locale;
      document.documentElement.dir = /^(ar|he|fa|ur)\b/.test(message.setup.locale) ? 'rtl' : 'ltr';
    }
    hear(message);
  });
  const tellHeight = reportFrameEvents(line, content);
  line.send({ type: 'loaded' });
}
