/** How far reading has come, for people and for logs. */
import { describe, expect, it } from 'vitest';
import { showProgress } from '../../../src/cli/report/show-progress.js';

/** A terminal, or a file, that keeps what is written. */
function open(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text: string) => written.push(text) };
}

describe('in a terminal', () => {
  it('is one line that grows and goes away', () => {
    const terminal = open(true);
    const { show, end } = showProgress(terminal);
    show({ sessions: 1200, payments: 0, share: 0.5 });
    expect(terminal.written.at(-1)).toBe(
      `\r\u001b[2K${'█'.repeat(12)}${'░'.repeat(12)} 50% read: 1,200 sessions, 0 payments`,
    );
    end();
    end();
    expect(terminal.written.slice(1)).toEqual(['\r\u001b[2K']);
  });

  it('fits a narrow one', () => {
    const terminal = open(true, 30);
    showProgress(terminal).show({ sessions: 1200, payments: 900, share: 1 });
    expect(terminal.written[0]?.replace('\r\u001b[2K', '')).toHaveLength(29);
  });
});

it('elsewhere is a line at each tenth', () => {
  const log = open(false);
  const { show, end } = showProgress(log);
  for (let step = 0; step <= 40; step += 1) show({ sessions: step, payments: 0, share: step / 40 });
  end();
  expect(log.written).toHaveLength(10);
  expect(log.written.at(-1)).toBe('100% read: 40 sessions, 0 payments\n');
});
