/** Finds members of interfaces, classes and the contract in the reference that nothing is said about. typedoc's own rule cannot tell these from any other property. */
import { ReflectionKind } from 'typedoc';

/** A comment of its own or of what it inherits; a function's stands at its signature. */
const isDocumented = (member) =>
  member.hasComment() ||
  (member.type?.type === 'reflection' &&
    member.type.declaration.signatures?.some((signature) => signature.hasComment()));

/** What one literal is says itself: the name by which states and events are told apart. In a schema, it is a schema's. */
const isLiteral = ({ type }) => type?.type === 'literal' || type?.name === 'ZodMiniLiteral';

/** Bodies and answers of the contract are what others write servers from: each of their members says what it is. A code is its own name. */
const isContract = ({ parent, sources, name }) =>
  parent?.kindOf(ReflectionKind.TypeLiteral) && sources?.[0]?.fileName.includes('contract/') && !name.includes('.');

/**
 * The full names, sorted. Looked at is what is declared by name, and the contract; members of other unions have their text above them.
 */
export function findUndocumented(project) {
  return project
    .getReflectionsByKind(ReflectionKind.Property)
    .filter((member) => member.parent?.kindOf(ReflectionKind.Interface | ReflectionKind.Class) || isContract(member))
    .filter(
      (member) =>
        !isDocumented(member) && !isLiteral(member) && !member.sources?.[0]?.fileName.includes('node_modules'),
    )
    .map((member) => member.getFullName())
    .sort();
}
