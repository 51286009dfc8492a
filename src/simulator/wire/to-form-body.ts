/** Writes a body as Stripe's browser clients do: form-encoded, nested names in brackets, `undefined` left out. */
export function toFormBody(body: object): URLSearchParams {
  const params = new URLSearchParams();
  append(params, '', body);
  return params;
}

function append(params: URLSearchParams, name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) append(params, name === '' ? key : `${name}[${key}]`, inner);
  } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    params.append(name, String(value));
  }
}
