/** The check of the reference finds members about which nothing is said, and takes for said what is a literal, or no declared member. */
import {
  Comment,
  DeclarationReflection,
  FileRegistry,
  LiteralType,
  normalizePath,
  ProjectReflection,
  ReflectionKind,
  SourceReference,
} from 'typedoc';
import { expect, it } from 'vitest';
import { findUndocumented } from '../../scripts/docs/find-undocumented.mjs';

const SAID = new Comment([{ kind: 'text', text: 'Said.' }]);

it('finds members about which nothing is said', () => {
  const project = new ProjectReflection('package', new FileRegistry());
  const add = (name: string, kind: ReflectionKind, parent: DeclarationReflection | ProjectReflection = project) => {
    const added = new DeclarationReflection(name, kind, parent);
    project.registerReflection(added, undefined, undefined);
    return added;
  };
  const door = add('Door', ReflectionKind.Interface);
  add('said', ReflectionKind.Property, door).comment = SAID;
  add('name', ReflectionKind.Property, door).type = new LiteralType('door');
  add('unsaid', ReflectionKind.Property, door);
  add('bare', ReflectionKind.Property, add('Room', ReflectionKind.Class));
  add('kind', ReflectionKind.Property, add('__type', ReflectionKind.TypeLiteral));
  const body = add('__type', ReflectionKind.TypeLiteral);
  for (const name of ['told', 'not.a.member']) {
    const member = add(name, ReflectionKind.Property, body);
    member.sources = [new SourceReference(normalizePath('contract/truth.ts'), 1, 1)];
  }
  expect(findUndocumented(project)).toEqual(['Door.unsaid', 'Room.bare', '__type.told']);
});
