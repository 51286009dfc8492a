/** Shows how far reading has come: a bar in a terminal, a line at each tenth elsewhere. */
import type { ReportProgress } from '../../report/index.js';

export interface ProgressDisplay {
  readonly show: (progress: ReportProgress) => void;
  /** Takes the bar away. May be called again. */
  readonly end: () => void;
}

/** What of a stream is needed here. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const WIDTH = 24;
const CLEAR = '\r\u001b[2K';

export const showProgress = (stream: ProgressStream): ProgressDisplay =>
  stream.isTTY === true ? showBar(stream) : showLines(stream);

function showBar(stream: ProgressStream): ProgressDisplay {
  let shown = '';
  return {
    show: (progress) => {
      const full = Math.round(progress.share * WIDTH);
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
      const line = `${bar} ${toLine(progress)}`.slice(0, (stream.columns ?? 80) - 1);
      if (line === shown) return;
      shown = line;
      stream.write(`${CLEAR}${line}`);
    },
    end: () => {
      if (shown !== '') stream.write(CLEAR);
      shown = '';
    },
  };
}

function showLines(stream: ProgressStream): ProgressDisplay {
  let told = 0;
  return {
    show: (progress) => {
      const tenth = Math.floor(progress.share * 10);
      if (tenth <= told) return;
      told = tenth;
      stream.write(`${toLine(progress)}\n`);
    },
    end: () => undefined,
  };
}

function toLine({ share, sessions, payments }: ReportProgress): string {
  const count = (value: number): string => value.toLocaleString('en-US');
  return `${Math.floor(share * 100)}% read: ${count(sessions)} sessions, ${count(payments)} payments`;
}
