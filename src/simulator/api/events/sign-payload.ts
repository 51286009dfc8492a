/** Signs a webhook's body as Stripe does: HMAC-SHA256 over the time and the raw text. */

export async function signPayload(payload: string, secret: string, seconds: number): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(`${String(seconds)}.${payload}`));
  const hex = Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `t=${String(seconds)},v1=${hex}`;
}
