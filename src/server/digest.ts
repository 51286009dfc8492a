/** SHA-256, by the platform's own crypto (Node, Workers, Deno, Bun). */

/** Hash of a text as 64 hex digits. */
export async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The first 32 hex digits: enough to tell owners, purchases and units apart in metadata. */
export const shortDigest = async (text: string): Promise<string> => (await digest(text)).slice(0, 32);
