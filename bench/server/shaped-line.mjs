/**
 * A slow line in front of a server: delay, bandwidth and connection set-up for every connection of the browser, whichever process
 * asks. Chromium's own throttling knows neither the frames of other sites, which run in processes of their own, nor handshakes.
 */
import { connect, createServer } from 'node:net';

/** What one turn of the line carries, in bytes: about a packet. */
const PIECE = 1460;

/** Lines by name: round trip in milliseconds, bandwidths in bits per second. */
export const LINES = {
  fast: { roundTrip: 0, down: Infinity, up: Infinity },
  slow: { roundTrip: 150, down: 1_600_000, up: 750_000 },
  /** Nothing costs time but the way there and back: what it takes is counted in round trips. */
  far: { roundTrip: 600, down: Infinity, up: Infinity },
};

/** Milliseconds that Stripe takes for an answer to a server, where it is not in the next room. Opening a session often takes longer. */
export const STRIPE_TAKES = 150;

/** One direction, shared by all connections: they take turns, a piece each. What is under way arrives in order. */
class Lane {
  line = LINES.fast;
  #rate;
  #queues = [];
  #underWay = [];
  #freeAt = 0;
  #timer = null;

  constructor(rate) {
    this.#rate = rate;
  }

  /** Takes what is read from a connection; `deliver` gets it piece by piece, and `null` for its end. */
  queue(deliver) {
    const queue = { pieces: [], deliver };
    this.#queues.push(queue);
    return {
      send: (data) => {
        if (data === null) queue.pieces.push(null);
        else for (let at = 0; at < data.length; at += PIECE) queue.pieces.push(data.subarray(at, at + PIECE));
        this.#run();
      },
      close: () => {
        this.#queues = this.#queues.filter((other) => other !== queue || other.pieces.length > 0);
      },
    };
  }

  #run() {
    const now = performance.now();
    while (this.#freeAt <= now) {
      const queue = this.#queues.find(({ pieces }) => pieces.length > 0);
      if (!queue) break;
      // Whoever has had a turn is last in the next one.
      this.#queues = [...this.#queues.filter((other) => other !== queue), queue];
      const piece = queue.pieces.shift();
      this.#freeAt = Math.max(now - 1, this.#freeAt) + ((piece?.length ?? 0) * 8000) / this.line[this.#rate];
      this.#underWay.push({ due: this.#freeAt + this.line.roundTrip / 2, piece, deliver: queue.deliver });
    }
    while (this.#underWay[0]?.due <= now + 0.5) {
      const { piece, deliver } = this.#underWay.shift();
      deliver(piece);
    }
    this.#wait(now);
  }

  #wait(now) {
    if (this.#timer !== null) return;
    const sending = this.#queues.some(({ pieces }) => pieces.length > 0) ? this.#freeAt : Infinity;
    const next = Math.min(sending, this.#underWay[0]?.due ?? Infinity);
    if (next === Infinity) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        this.#run();
      },
      Math.max(0, next - now),
    );
  }
}

/** Makes the line; `listen` puts it in front of a port, `use` changes what it is like. */
export function createShapedLine() {
  const down = new Lane('down');
  const up = new Lane('up');
  const servers = [];
  const carry = (from, to, lane, begins) => {
    const queue = lane.queue((piece) => {
      if (to.destroyed) return;
      if (piece === null) to.end();
      else to.write(piece);
    });
    // Before the line is there everything waits, in order.
    const early = [];
    const wait = begins - performance.now();
    let open = wait <= 0;
    const send = (data) => {
      if (open) queue.send(data);
      else early.push(data);
    };
    if (!open) {
      setTimeout(() => {
        open = true;
        for (const data of early) queue.send(data);
      }, wait);
    }
    from.on('data', send);
    from.on('end', () => send(null));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      queue.close();
      if (!from.readableEnded) to.destroy();
    });
  };
  return {
    use: (line) => {
      down.line = line;
      up.line = line;
    },
    /** Resolves to the port of the line. */
    listen: (target, port = 0) =>
      new Promise((resolve, reject) => {
        const server = createServer((socket) => {
          const upstream = connect(target, '127.0.0.1');
          socket.setNoDelay(true);
          upstream.setNoDelay(true);
          // The kernel shakes hands at once; a distant server would take a round trip for it.
          const begins = performance.now() + up.line.roundTrip;
          carry(socket, upstream, up, begins);
          carry(upstream, socket, down, 0);
        });
        servers.push(server);
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve(server.address().port));
      }),
    close: () => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))),
  };
}
