/** The id in a field that can be expanded; in the tables it is never anything else. */
export const idOf = (value: string | { readonly id: string }): string => (typeof value === 'string' ? value : value.id);
