/** The line between this script and the fields of one element: messages, and questions with their answers. */
import type { Answer, FromFrame, Question, ToFrame } from '../../wire/frame-messages.js';
import type { FieldHost, HostConnection } from './field-host.js';

type AnswerTo<Name extends Question['name']> = Extract<Answer, { name: Name }>;

export class FrameLine {
  readonly #connection: HostConnection;
  readonly #hear: (message: Exclude<FromFrame, { type: 'answer' }>) => void;
  readonly #waiting = new Map<number, (answer: Answer | null) => void>();
  #asked = 0;

  constructor(host: FieldHost, hear: (message: Exclude<FromFrame, { type: 'answer' }>) => void) {
    this.#hear = hear;
    this.#connection = host.connect((message) => this.#take(message));
  }

  send(message: ToFrame): void {
    this.#connection.send(message);
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
    this.#connection.close();
    this.#abandon();
  }

  #abandon(): void {
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }

  #take(message: FromFrame): void {
    if (message.type === 'answer') {
      this.#waiting.get(message.id)?.(message.answer);
      this.#waiting.delete(message.id);
      return;
    }
    if (message.type === 'loaded') this.#abandon();
    this.#hear(message);
  }
}

function isAnswerTo<Asked extends Question>(answer: Answer | null, question: Asked): answer is AnswerTo<Asked['name']> {
  return answer?.name === question.name;
}
