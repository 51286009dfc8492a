/** The tag as it would be written by hand: what is set, and nothing else. */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * @param attributes - Pairs of name and value; an empty value is a name alone.
 * @param tokens - Pairs of token and value.
 */
export function toCode(attributes, tokens) {
  const words = attributes.map(([name, value]) => (value === '' ? name : `${name}="${escape(value)}"`));
  const tag = ['<billing-checkout', ...words];
  const oneLine = tag.join(' ');
  const opening = oneLine.length <= 80 ? `${oneLine}>` : `${tag.join('\n  ')}\n>`;
  const style = tokens.map(([name, value]) => `    ${name}: ${value};\n`).join('');
  const look = style && `<style>\n  billing-checkout {\n${style}  }\n</style>\n`;
  return `${look}${opening}</billing-checkout>\n`;
}
