/** What `npm run bench` is told. */
import { parseArgs } from 'node:util';

export const USAGE =
  'npm run bench -- [growth | smoke] [--minutes NUMBER] [--only NAME,NAME] [--peer FOLDER] [--port NUMBER] [--out FOLDER] [--write]';

const OPTIONS = {
  minutes: { type: 'string' },
  only: { type: 'string' },
  peer: { type: 'string', multiple: true },
  port: { type: 'string' },
  out: { type: 'string' },
  write: { type: 'boolean' },
};

/** The arguments, or `problem`: one line that names the mend. */
export function readArguments(given) {
  try {
    const { values, positionals } = parseArgs({ args: given, options: OPTIONS, allowPositionals: true });
    const [what = 'all', ...more] = positionals;
    if (!['all', 'growth', 'smoke'].includes(what) || more.length > 0) {
      return { problem: `There is no bench ${positionals.join(' ')}. Use: ${USAGE}` };
    }
    const minutes = Number(values.minutes ?? 10);
    const port = Number(values.port ?? 0);
    if (!(minutes > 0 && minutes <= 120)) return { problem: `--minutes is a number up to 120. Use: ${USAGE}` };
    if (!(Number.isInteger(port) && port >= 0 && port < 65_536)) return { problem: `--port is a port. Use: ${USAGE}` };
    return {
      what,
      minutes,
      port,
      only: values.only?.split(',') ?? null,
      peers: values.peer ?? [],
      out: values.out ?? null,
      write: values.write ?? false,
    };
  } catch (error) {
    return { problem: `${error.message} Use: ${USAGE}` };
  }
}
