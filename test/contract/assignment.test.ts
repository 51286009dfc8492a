import { describe, expect, it } from 'vitest';
import { METADATA, parseAssignment, toAssignmentMetadata } from '../../src/contract/index.js';

const ASSIGNMENT = { name: 'flow', variant: 'one-page', unitHash: '0a1b', fallback: false, differs: true };

describe('an assignment in metadata', () => {
  it('is read as it was written', () => {
    for (const fallback of [true, false])
      for (const differs of [true, false]) {
        const written = { ...ASSIGNMENT, fallback, differs };
        expect(parseAssignment(toAssignmentMetadata(written))).toEqual({ ...written, switched: false });
      }
  });

  it('is switched once that has been noted', () => {
    const metadata = { ...toAssignmentMetadata(ASSIGNMENT), [METADATA.switched]: 'true' };
    expect(parseAssignment(metadata)).toEqual({ ...ASSIGNMENT, switched: true });
  });

  it('may stand among others’ keys', () => {
    expect(parseAssignment({ ...toAssignmentMetadata(ASSIGNMENT), team: 'research' })).toMatchObject(ASSIGNMENT);
  });

  it.each([
    ['no metadata', null],
    ['none of ours', {}],
    ['no variant', { ...toAssignmentMetadata(ASSIGNMENT), [METADATA.variant]: '' }],
    ['a name that is no slug', { ...toAssignmentMetadata(ASSIGNMENT), [METADATA.experiment]: 'a b' }],
    ['a unit that is no hash', { ...toAssignmentMetadata(ASSIGNMENT), [METADATA.unit]: 'ada@example.com' }],
  ])('is none with %s', (_what, metadata) => {
    expect(parseAssignment(metadata)).toBeNull();
  });

  it('takes only "true" for true', () => {
    const metadata = { ...toAssignmentMetadata(ASSIGNMENT), [METADATA.fallback]: 'yes', [METADATA.differs]: 'TRUE' };
    expect(parseAssignment(metadata)).toMatchObject({ fallback: false, differs: false });
  });
});
