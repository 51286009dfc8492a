/** Finds members of interfaces and classes in the reference that nothing is said about. typedoc's own rule cannot tell these from any other property. */
import { ReflectionKind } from 'typedoc';

/** A comment of its own or of what it inherits; a function's stands at its signature. */
const isDocumented = (member) =>
  member.hasComment() ||
  (member.type?.type === 'reflection' &&
    member.type.declaration.signatures?.some((signature) => signature.hasComment()));

/** What one literal is says itself: the name by which states and events are told apart. */
const isLiteral = ({ type }) => type?.type === 'literal';

/**
 * The full names, sorted. Only what is declared by name is looked at: members of unions have their text above them, and those of schemas in the
 * contract's own file.
 */
export function findUndocumented(project) {
  return project
    .getReflectionsByKind(ReflectionKind.Property)
    .filter(({ parent }) => parent?.kindOf(ReflectionKind.Interface | ReflectionKind.Class))
    .filter(
      (member) =>
        !isDocumented(member) && !isLiteral(member) && !member.sources?.[0]?.fileName.includes('node_modules'),
    )
    .map((member) => member.getFullName())
    .sort();
}
