/** SHA-256, by the platform's own crypto (Node, Workers, Deno, Bun). */

interface Platform {
  readonly process?: Partial<Pick<NodeJS.Process, 'getBuiltinModule'>>;
}

/** Node's, where there is one: it hashes at once. The Web's has another thread do it, which costs more than the hash. */
const node = (globalThis as Platform).process?.getBuiltinModule?.('node:crypto');

/** Hash of a text as 64 hex digits. */
export async function digest(text: string): Promise<string> {
  if (node) return node.createHash('sha256').update(text).digest('hex');
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The first 32 hex digits: enough to tell owners, purchases and units apart in metadata. */
export const shortDigest = async (text: string): Promise<string> => (await digest(text)).slice(0, 32);
