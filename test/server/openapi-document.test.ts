import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '../../src/contract/index.js';
import { toOpenApiDocument } from '../../src/server/openapi-document.js';
import { openShop } from './shop.js';

type Node = Readonly<Record<string, unknown>>;

const document = JSON.parse(JSON.stringify(toOpenApiDocument())) as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Node>>;
  readonly components: { readonly schemas: Node };
};

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Every value of the document, with those inside it. */
function* walk(node: unknown): Generator<Node> {
  if (typeof node !== 'object' || node === null) return;
  yield node as Node;
  for (const inner of Object.values(node)) yield* walk(inner);
}

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  METHODS.flatMap((method) => (method in item ? [{ path, method, operation: item[method] as Node }] : [])),
);

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 with an id and answers for each operation', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(operations.map(({ operation }) => operation['operationId'])).toEqual([
      'openSession',
      'readSession',
      'changeSession',
      'payByInvoice',
      'receiveEvents',
      'receiveWebhook',
    ]);
    for (const { operation } of operations)
      expect(Object.keys(operation['responses'] as Node).some((status) => status.startsWith('2'))).toBe(true);
  });

  it('refers only to schemas it has', () => {
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    const references = [...walk(document)].flatMap((node) => (typeof node['$ref'] === 'string' ? [node['$ref']] : []));
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) expect(known).toContain(reference);
  });

  it('names each path’s parameters', () => {
    for (const [path, item] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const given = ((item['parameters'] ?? []) as { name: string; in: string }[]).filter((each) => each.in === 'path');
      expect(given.map((each) => each.name)).toEqual(named);
    }
  });

  it('puts each problem under its own status', () => {
    for (const { operation } of operations) {
      for (const [status, response] of Object.entries(operation['responses'] as Record<string, Node>)) {
        const codes = [...walk(response)].flatMap((node) =>
          Array.isArray(node['enum']) ? (node['enum'] as string[]) : [],
        );
        for (const code of codes) expect(PROBLEMS).toHaveProperty([code, 'status'], Number(status));
      }
    }
  });

  it('has exactly the routes and methods of the server', async () => {
    const shop = await openShop();
    for (const path of Object.keys(document.paths)) {
      for (const method of METHODS) {
        const described = operations.some((each) => each.path === path && each.method === method);
        const response = await shop.send(method.toUpperCase(), path.replace('{id}', 'cs_test_1'), undefined);
        expect([path, method, response.status === 405]).toEqual([path, method, !described]);
      }
    }
  });
});
