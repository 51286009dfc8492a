/** Runs a form on the line to the page's script: made once it is known what for, then told and asked. */
import type { Answer, FrameSetup, FromFrame, Question, ToFrame } from '../wire/frame-messages.js';

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

/** Which form, and how it is made. */
export interface FormDefinition<Setup extends FrameSetup> {
  readonly kind: Setup['kind'];
  readonly create: (setup: Setup, send: (message: FromFrame) => void) => FrameForm<Setup>;
}

/** The way to the page's script. */
interface Host {
  readonly send: (message: FromFrame) => void;
  /** Called once the form is in its place. */
  readonly drawn?: () => void;
}

/** Gives what hears the script's messages. The form takes the place of what is in `content`. */
export function runForm<Setup extends FrameSetup>(
  { kind, create }: FormDefinition<Setup>,
  content: HTMLElement,
  { send, drawn }: Host,
): (message: ToFrame) => void {
  let form: FrameForm<Setup> | null = null;

  const setUp = (setup: Setup): void => {
    if (form !== null) {
      form.update(setup);
      return;
    }
    // What the form says of itself while it is made comes after `ready`.
    const early: FromFrame[] = [];
    let say = (message: FromFrame): void => void early.push(message);
    form = create(setup, (message) => say(message));
    content.replaceChildren(form.node);
    say = send;
    drawn?.();
    for (const message of [{ type: 'ready' } as const, ...early]) send(message);
  };

  return (message) => {
    switch (message.type) {
      case 'appearance':
        return;
      case 'setup':
        if (isSetupOf(kind, message.setup)) setUp(message.setup);
        return;
      case 'focus':
        form?.focus();
        return;
      case 'blur':
        if (document.activeElement instanceof HTMLElement && content.contains(document.activeElement))
          document.activeElement.blur();
        return;
      case 'clear':
        form?.clear();
        return;
      case 'bank-linked':
        form?.hear?.(message);
        return;
      case 'ask':
        void form?.answer(message.question).then((answer) => send({ type: 'answer', id: message.id, answer }));
    }
  };
}

const isSetupOf = <Setup extends FrameSetup>(kind: Setup['kind'], setup: FrameSetup): setup is Setup =>
  setup.kind === kind;
