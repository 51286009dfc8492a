/** The check of the reference finds members and parts of unions about which nothing is said, and takes for said what is a literal, or of a value. */
import {
  Comment,
  DeclarationReflection,
  FileRegistry,
  LiteralType,
  normalizePath,
  ProjectReflection,
  ReflectionKind,
  ReflectionType,
  SourceReference,
  UnionType,
} from 'typedoc';
import { expect, it } from 'vitest';
import { findUndocumented } from '../../scripts/docs/find-undocumented.mjs';

const SAID = new Comment([{ kind: 'text', text: 'Said.' }]);

const project = new ProjectReflection('package', new FileRegistry());
const add = (name: string, kind: ReflectionKind, parent: DeclarationReflection | ProjectReflection = project) => {
  const added = new DeclarationReflection(name, kind, parent);
  project.registerReflection(added, undefined, undefined);
  return added;
};

it('finds members and parts about which nothing is said', () => {
  const door = add('Door', ReflectionKind.Interface);
  add('said', ReflectionKind.Property, door).comment = SAID;
  add('name', ReflectionKind.Property, door).type = new LiteralType('door');
  add('unsaid', ReflectionKind.Property, door);
  add('bare', ReflectionKind.Property, add('Room', ReflectionKind.Class));

  // What a value happens to have is of the value; bodies of the contract are values, and others write servers from them.
  const value = add('VALUE', ReflectionKind.Variable);
  add('kind', ReflectionKind.Property, add('__type', ReflectionKind.TypeLiteral, value));
  const body = add('schema', ReflectionKind.TypeLiteral, value);
  for (const name of ['told', 'not.a.member']) {
    const member = add(name, ReflectionKind.Property, body);
    member.sources = [new SourceReference(normalizePath('contract/truth.ts'), 1, 1)];
  }

  const command = add('Command', ReflectionKind.TypeAlias);
  const parts = ['load', 'go', 'stop'].map((type) => {
    const part = add('__type', ReflectionKind.TypeLiteral, command);
    const tag = add('type', ReflectionKind.Property, part);
    tag.type = new LiteralType(type);
    part.children = [tag];
    return part;
  });
  const step = add('step', ReflectionKind.Property, parts[1]);
  parts[1]?.children?.push(step);
  const union = new UnionType(parts.map((part) => new ReflectionType(part)));
  union.elementSummaries = [[{ kind: 'text', text: 'Said.' }], [], []];
  command.type = union;

  expect(findUndocumented(project)).toEqual([
    'Command.__type.step',
    'Command: type stop',
    'Door.unsaid',
    'Room.bare',
    'VALUE.schema.told',
  ]);
});
