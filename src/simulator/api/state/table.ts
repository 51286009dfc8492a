/** A map that can be walked from any entry, in both directions: lists are newest first and turn pages by id. */

export class Table<T> extends Map<string, T> {
  /** Keys by age; a removed one leaves a hole. */
  readonly #order: (string | undefined)[] = [];
  readonly #places = new Map<string, number>();

  override set(key: string, value: T): this {
    if (!this.#places.has(key)) this.#places.set(key, this.#order.push(key) - 1);
    return super.set(key, value);
  }

  override delete(key: string): boolean {
    const place = this.#places.get(key);
    if (place !== undefined) this.#order[place] = undefined;
    this.#places.delete(key);
    while (this.#order.length > 0 && this.#order.at(-1) === undefined) this.#order.pop();
    return super.delete(key);
  }

  /** Entries older than `key`, newest first; all of them without a key. */
  *older(key?: string): Generator<T> {
    for (let place = (key === undefined ? this.#order.length : this.#placeOf(key)) - 1; place >= 0; place -= 1) {
      yield* this.#at(place);
    }
  }

  /** Entries newer than `key`, oldest first. */
  *newer(key: string): Generator<T> {
    for (let place = this.#placeOf(key) + 1; place < this.#order.length; place += 1) yield* this.#at(place);
  }

  *#at(place: number): Generator<T> {
    const key = this.#order[place];
    const value = key === undefined ? undefined : this.get(key);
    if (value !== undefined) yield value;
  }

  #placeOf(key: string): number {
    const place = this.#places.get(key);
    if (place === undefined) throw new RangeError(`There is no entry ${key}.`);
    return place;
  }
}
