/** Keys and hashes are the same wherever a copy of the server runs. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';

/** FIPS 180-4, SHA-256 of "abc". */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
/** As `sha256sum` prints it. */
const UMLAUT = 'a551cdacb6c83c7c76a11b952ae9c8515b9bfc26b58cad27c4cd53946955d4c1';

async function importDigest() {
  vi.resetModules();
  return import('../../src/server/digest.js');
}

describe('a hash', () => {
  it('is made by Node', async () => {
    const { digest, shortDigest } = await importDigest();
    expect(await digest('abc')).toBe(ABC);
    expect(await digest('größer 😀')).toBe(UMLAUT);
    expect(await shortDigest('abc')).toBe(ABC.slice(0, 32));
  });

  it('is the same where there is no Node', async () => {
    const own = Object.getOwnPropertyDescriptor(process, 'getBuiltinModule');
    if (!own) throw new Error('This Node has no getBuiltinModule.');
    onTestFinished(() => void Object.defineProperty(process, 'getBuiltinModule', own));
    const web = vi.spyOn(crypto.subtle, 'digest');
    Object.defineProperty(process, 'getBuiltinModule', { ...own, value: undefined });
    const { digest, shortDigest } = await importDigest();
    expect(await digest('abc')).toBe(ABC);
    expect(await digest('größer 😀')).toBe(UMLAUT);
    expect(await shortDigest('abc')).toBe(ABC.slice(0, 32));
    expect(web).toHaveBeenCalledTimes(3);
  });
});
