/** The store: one input after another. */
import { describe, expect, it } from 'vitest';
import { createStore } from '../../src/core/store.js';
import { ready } from './support/samples.js';

describe('the store', () => {
  it('begins idle, unless it is told where', () => {
    expect(createStore().state).toEqual({ name: 'idle', attempt: 0 });
    expect(createStore(ready()).state).toEqual(ready());
  });

  it('tells every step to everybody, in the order of their coming', () => {
    const store = createStore();
    const heard: string[] = [];
    store.subscribe(({ input, from, to }) => heard.push(`first: ${input.type} ${from.name} ${to.name}`));
    store.subscribe(({ input }) => heard.push(`second: ${input.type}`));
    store.send({ type: 'load' });
    store.send({ type: 'submit' });
    expect(heard).toEqual([
      'first: load idle loading',
      'second: load',
      'first: submit loading loading',
      'second: submit',
    ]);
  });

  it('lets inputs from within a listener wait until everybody has heard of this one', () => {
    const store = createStore();
    const heard: string[] = [];
    store.subscribe(({ to, effects }) => {
      if (effects.some(({ type }) => type === 'open')) store.send({ type: 'open.slow', attempt: to.attempt });
    });
    store.subscribe(({ input }) => heard.push(input.type));
    store.send({ type: 'load' });
    expect(heard).toEqual(['load', 'open.slow']);
    expect(store.state).toMatchObject({ name: 'loading', slow: true });
  });

  it('tells nothing to who has left, even in the middle', () => {
    const store = createStore();
    const heard: string[] = [];
    const leave = store.subscribe(({ input }) => {
      heard.push(input.type);
      leave();
    });
    store.send({ type: 'load' });
    store.send({ type: 'recheck' });
    expect(heard).toEqual(['load']);
  });

  it('goes on when a listener throws: the others hear it, nothing waiting is lost, and the error is seen', () => {
    const store = createStore();
    const heard: string[] = [];
    store.subscribe(({ input, to }) => {
      if (input.type === 'load') store.send({ type: 'open.slow', attempt: to.attempt });
      throw new Error('a listener’s own mistake');
    });
    store.subscribe(({ input }) => heard.push(input.type));
    const mistake = new Error('a listener’s own mistake');
    expect(() => {
      store.send({ type: 'load' });
    }).toThrow(expect.objectContaining({ errors: [mistake, mistake] }));
    expect(heard).toEqual(['load', 'open.slow']);
    expect(store.state).toMatchObject({ name: 'loading', slow: true });
  });
});
