/** `on`, `once` and `off` with the payload of each event. */
type Handler<Payload> = (event: Payload) => unknown;

export class Emitter<Events extends object> {
  readonly #handlers: { [Type in keyof Events]?: Handler<Events[Type]>[] } = {};

  add<Type extends keyof Events>(type: Type, handler: Handler<Events[Type]>): void {
    this.#handlers[type] = [...(this.#handlers[type] ?? []), handler];
  }

  once<Type extends keyof Events>(type: Type, handler: Handler<Events[Type]>): void {
    const single: Handler<Events[Type]> = (event) => {
      this.remove(type, single);
      return handler(event);
    };
    this.add(type, single);
  }

  remove<Type extends keyof Events>(type: Type, handler?: Handler<Events[Type]>): void {
    this.#handlers[type] = handler === undefined ? [] : (this.#handlers[type] ?? []).filter((one) => one !== handler);
  }

  /** False when nobody listens. A handler that throws does not keep the others from hearing. */
  emit<Type extends keyof Events>(type: Type, event: Events[Type]): boolean {
    const handlers = this.#handlers[type] ?? [];
    for (const handler of handlers) {
      try {
        handler(event);
      } catch (error) {
        reportError(error);
      }
    }
    return handlers.length > 0;
  }
}
