/** Time: a clock that does not wait for answers, how long things took, and what a process used. */
import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const STEP_MS = 0.05;

/** Milliseconds, counted in steps of 0.05 up to 10 s. */
export class Histogram {
  #counts = new Uint32Array(200_001);
  count = 0;
  max = 0;

  add(ms) {
    this.#counts[Math.min(200_000, Math.max(0, Math.round(ms / STEP_MS)))] += 1;
    this.count += 1;
    if (ms > this.max) this.max = ms;
  }

  /** The value below which a share of all values lies. */
  quantile(share) {
    let left = Math.ceil(this.count * share);
    for (let at = 0; at < this.#counts.length; at++) {
      left -= this.#counts[at];
      if (left <= 0) return at * STEP_MS;
    }
    return this.max;
  }
}

/** Ticks at moments of its own: a tick that comes late does not put off the next. */
export class Clock {
  /**
   * @param {number} every milliseconds, in the mean
   * @param {number} part of the first interval to wait, so that not all clocks tick at once
   * @param {number} uneven by which share an interval may be shorter or longer: 0 for a machine, 0.5 for hands
   */
  constructor(every, part, uneven = 0) {
    this.every = every;
    this.uneven = uneven;
    this.next = performance.now() + every * part;
  }

  /** Waits for the next tick; gives how many milliseconds late it is. */
  async tick() {
    this.next += this.every * (1 + this.uneven * (2 * Math.random() - 1));
    const wait = this.next - performance.now();
    if (wait > 0) await pause(wait);
    return performance.now() - this.next;
  }
}

const known = new Map();

/**
 * CPU seconds of all threads of a process, in steps far below the clock tick of /proc/PID/stat.
 * Of a thread that ended, what was last seen still counts.
 */
export function cpuSeconds(pid) {
  if (!known.has(pid)) known.set(pid, new Map());
  const threads = known.get(pid);
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    try {
      threads.set(task, Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]));
    } catch {
      // It ended between the two.
    }
  }
  let total = 0;
  for (const nanoseconds of threads.values()) total += nanoseconds;
  return total / 1e9;
}
