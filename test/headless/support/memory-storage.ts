/** Storages as browsers have them, and as they refuse them. */
import type { SafeStorage } from '../../../src/headless/safe-storage.js';

export class MemoryStorage implements SafeStorage {
  readonly entries = new Map<string, string>();

  getItem(name: string): string | null {
    return this.entries.get(name) ?? null;
  }

  setItem(name: string, value: string): void {
    this.entries.set(name, value);
  }

  removeItem(name: string): void {
    this.entries.delete(name);
  }
}
