/** What every element frame does first: styles, skeleton, the line to the page, focus and height reports. */
import type { Answer, FrameSetup, FromFrame, Question, ToFrame } from '../wire/frame-messages.js';
import { applyAppearance, installBaseStyles, loadFonts } from './appearance/apply-appearance.js';
import { h } from './form/h.js';
import { createSkeleton } from './form/skeleton.js';
import { openHostLine } from './host-line.js';
import { reportFrameEvents } from './report-frame-events.js';

/** What a frame shows, once it knows what. */
export interface FrameForm<Setup> {
  readonly node: HTMLElement;
  /** Called again when the page changes something; what was typed stays. */
  update(setup: Setup): void;
  focus(): void;
  clear(): void;
  answer(question: Question): Promise<Answer>;
  /** Hears what only this kind of frame is told. */
  hear?(message: ToFrame): void;
}

export interface FrameDefinition<Setup extends FrameSetup> {
  readonly kind: Setup['kind'];
  readonly skeleton: readonly number[];
  readonly create: (setup: Setup, send: (message: FromFrame) => void) => FrameForm<Setup>;
}

export function startFrame<Setup extends FrameSetup>(definition: FrameDefinition<Setup>): void {
  installBaseStyles();
  applyAppearance({});
  const content = h('div', { class: 'Frame' }, createSkeleton(definition.skeleton));
  document.body.append(content);
  let form: FrameForm<Setup> | null = null;

  const setUp = (setup: Setup): void => {
    document.documentElement.lang = setup.locale;
    document.documentElement.dir = /^(ar|he|fa|ur)\b/.test(setup.locale) ? 'rtl' : 'ltr';
    if (form !== null) {
      form.update(setup);
      return;
    }
    // What the form says of itself while it is made comes after `ready`.
    const early: FromFrame[] = [];
    let send = (message: FromFrame): void => void early.push(message);
    form = definition.create(setup, (message) => send(message));
    content.replaceChildren(form.node);
    send = (message) => line.send(message);
    // `ready` says that it is drawn in full.
    tellHeight();
    for (const message of [{ type: 'ready' } as const, ...early]) send(message);
  };

  const line = openHostLine((message) => {
    switch (message.type) {
      case 'appearance':
        applyAppearance(message.appearance);
        loadFonts(message.fonts);
        return;
      case 'setup':
        if (isSetupOf(definition, message.setup)) setUp(message.setup);
        return;
      case 'focus':
        form?.focus();
        return;
      case 'blur':
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        return;
      case 'clear':
        form?.clear();
        return;
      case 'bank-linked':
        form?.hear?.(message);
        return;
      case 'ask':
        void form?.answer(message.question).then((answer) => line.send({ type: 'answer', id: message.id, answer }));
    }
  });
  const tellHeight = reportFrameEvents(line, content);
  line.send({ type: 'loaded' });
}

function isSetupOf<Setup extends FrameSetup>(definition: FrameDefinition<Setup>, setup: FrameSetup): setup is Setup {
  return setup.kind === definition.kind;
}
