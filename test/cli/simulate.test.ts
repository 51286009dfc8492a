import { afterEach, expect, it, vi } from 'vitest';
import { simulate } from '../../src/cli/simulate.js';
import { serveSimulator } from '../../src/simulator/index.js';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** What the command says to stderr before it gives up. */
async function complaint(...args: string[]): Promise<string> {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await simulate(args);
  expect(process.exitCode).toBe(1);
  expect(said).toHaveBeenCalledOnce();
  return String(said.mock.calls[0]?.[0]);
}

it.each([
  [['--port', 'here'], 'Write --port and a number from 0 to 65535, such as --port 12111.'],
  [['--port', '70000'], 'Write --port and a number from 0 to 65535, such as --port 12111.'],
  [['--trafic', '5'], 'There is no --trafic: simulate takes --port --traffic --lift'],
  [['--traffic'], 'Every flag of simulate takes one value, such as --traffic 5000'],
  [['--traffic', '5', '--lift', '-0.5'], 'write a negative one as --lift=-0.05.'],
  [['--traffic', 'few'], '--traffic must be a whole number of customers'],
  [['--seed', '7'], '--seed needs customers to work on: add --traffic 5000.'],
  [['5000'], 'Every flag of simulate takes one value'],
])('refuses %j in one line', async (args, line) => {
  const said = await complaint(...args);

  expect(said).toContain(line);
  expect(said).not.toContain('\n');
});

it('says that a port is taken before anybody is simulated', async () => {
  const other = await serveSimulator({ port: 0 });
  const { port } = new URL(other.url);

  expect(await complaint('--port', port, '--traffic', '100000')).toBe(
    `Port ${port} is in use: choose another with --port.`,
  );
  await other.close();
});
