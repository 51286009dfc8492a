/** Finds what the reference names and says nothing about: members of interfaces, classes and types, and parts of a union. typedoc's own rule cannot tell these from any other property. */
import { ReflectionKind } from 'typedoc';

/** A comment of its own or of what it inherits; a function's stands at its signature. */
const isDocumented = (member) =>
  member.hasComment() ||
  (member.type?.type === 'reflection' &&
    member.type.declaration.signatures?.some((signature) => signature.hasComment()));

/** What one literal is says itself: the name by which states and events are told apart. In a schema, it is a schema's. */
const isLiteral = ({ type }) => type?.type === 'literal' || type?.name === 'ZodMiniLiteral';

/** Whether a member is of a value, as the states by name: what the value is for stands above it. */
const isOfValue = ({ parent }) => parent !== undefined && (parent.kindOf(ReflectionKind.Variable) || isOfValue(parent));

/** Bodies and answers of the contract are what others write servers from, though they are values. A code is its own name. */
const isContract = ({ sources, name }) => sources?.[0]?.fileName.includes('contract/') && !name.includes('.');

const isLookedAt = (member) =>
  member.parent?.kindOf(ReflectionKind.Interface | ReflectionKind.Class) ||
  (member.parent?.kindOf(ReflectionKind.TypeLiteral) && (isContract(member) || !isOfValue(member)));

/** Parts of a union that are nothing but their name, `{ type: 'load' }`, say above it what they mean. */
function findUnsaidParts(type, name) {
  if (type?.type === 'intersection') return type.types.flatMap((each) => findUnsaidParts(each, name));
  if (type?.type !== 'union') return [];
  return type.types.flatMap((part, index) => {
    const members = part.type === 'reflection' ? part.declaration.children : undefined;
    const isSaid = !members?.every(isLiteral) || type.elementSummaries?.[index]?.length > 0;
    return isSaid ? [] : [`${name}: ${members.map((each) => `${each.name} ${each.type?.value ?? ''}`).join(', ')}`];
  });
}

/** The full names, sorted. */
export function findUndocumented(project) {
  const members = project
    .getReflectionsByKind(ReflectionKind.Property)
    .filter(
      (member) =>
        isLookedAt(member) &&
        !isDocumented(member) &&
        !isLiteral(member) &&
        !member.sources?.[0]?.fileName.includes('node_modules'),
    )
    .map((member) => member.getFullName());
  const parts = project
    .getReflectionsByKind(ReflectionKind.TypeAlias)
    .flatMap((alias) => findUnsaidParts(alias.type, alias.getFullName()));
  return [...members, ...parts].sort();
}
