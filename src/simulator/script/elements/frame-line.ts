/** The line between this script and one frame. It hears that frame's window on the simulator's origin and nobody else. */
import { isEnvelope } from '../../wire/frame-messages.js';
import type { Answer, Envelope, FromFrame, Question, ToFrame } from '../../wire/frame-messages.js';

type AnswerTo<Name extends Question['name']> = Extract<Answer, { name: Name }>;

export class FrameLine {
  readonly #origin: string;
  readonly #iframe: HTMLIFrameElement;
  readonly #hear: (message: Exclude<FromFrame, { type: 'answer' }>) => void;
  readonly #waiting = new Map<number, (answer: Answer | null) => void>();
  #asked = 0;

  constructor(
    origin: string,
    iframe: HTMLIFrameElement,
    hear: (message: Exclude<FromFrame, { type: 'answer' }>) => void,
  ) {
    this.#origin = origin;
    this.#iframe = iframe;
    this.#hear = hear;
    window.addEventListener('message', this.#onMessage);
  }

  send(message: ToFrame): void {
    const envelope: Envelope<ToFrame> = { simulator: 'stripe-frame', frame: this.#iframe.name, message };
    this.#iframe.contentWindow?.postMessage(envelope, this.#origin);
  }

  /** Null when the frame went away before it answered. */
  async ask<Asked extends Question>(question: Asked): Promise<AnswerTo<Asked['name']> | null> {
    const id = ++this.#asked;
    const answer = await new Promise<Answer | null>((resolve) => {
      this.#waiting.set(id, resolve);
      this.send({ type: 'ask', id, question });
    });
    return isAnswerTo(answer, question) ? answer : null;
  }

  close(): void {
    window.removeEventListener('message', this.#onMessage);
    this.#abandon();
  }

  #abandon(): void {
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }

  readonly #onMessage = (event: MessageEvent<unknown>): void => {
    if (event.origin !== this.#origin || event.source === null || event.source !== this.#iframe.contentWindow) return;
    if (!isEnvelope<FromFrame>(event.data, this.#iframe.name)) return;
    const { message } = event.data;
    if (message.type === 'answer') {
      this.#waiting.get(message.id)?.(message.answer);
      this.#waiting.delete(message.id);
      return;
    }
    if (message.type === 'loaded') this.#abandon();
    this.#hear(message);
  };
}

function isAnswerTo<Asked extends Question>(answer: Answer | null, question: Asked): answer is AnswerTo<Asked['name']> {
  return answer?.name === question.name;
}
