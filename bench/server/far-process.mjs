/** A module in a process of its own, whose functions are called as if it were here. */
import { fork } from 'node:child_process';

/** Starts a file that ends with {@link answerCalls}. Its functions are asked for over the process's own line. */
export async function startProcess(file, options) {
  const child = fork(file, [JSON.stringify(options)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const answers = new Map();
  let asked = 0;
  const ended = new Promise((_, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} has ended with code ${code}.`)));
  });
  ended.catch(() => undefined);
  child.on('message', ({ id, value }) => {
    answers.get(id)?.(value);
    answers.delete(id);
  });
  const started = await Promise.race([new Promise((resolve) => answers.set(0, resolve)), ended]);
  return {
    ...started,
    call: (name, ...given) => {
      const id = (asked += 1);
      const answer = new Promise((resolve) => answers.set(id, resolve));
      child.send({ id, name, given });
      return Promise.race([answer, ended]);
    },
    close: async () => {
      child.kill();
      await ended.catch(() => undefined);
    },
  };
}

/** In the process: makes it from the options, tells `told` and answers calls with `functions`. */
export async function answerCalls(make) {
  const { told, functions } = await make(JSON.parse(process.argv[2]));
  process.on('message', async ({ id, name, given }) => {
    process.send({ id, value: (await functions[name](...given)) ?? null });
  });
  process.on('disconnect', () => process.exit());
  process.send({ id: 0, value: told });
}
