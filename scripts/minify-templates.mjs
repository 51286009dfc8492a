/** Takes the indentation out of `html` and `css` templates. The libraries that do it want a newer Node than ours. */

/** A template without one inside. Innermost first: a template that holds another is met again in the next round. */
const TEMPLATE = /\b(html|css|svg) ?`((?:(?!\b(?:html|css|svg) ?`)[^`\\]|\\.)*)`/gs;
const ROUNDS = 6;

const minifyCss = (text) =>
  text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/ ([>~]|!important) ?/g, '$1')
    .replace(/\b0(\.\d)/g, '$1')
    .replace(/#(.)\1(.)\2(.)\3\b/g, '#$1$2$3')
    .replace(/;}/g, '}')
    .replace(/\bfrom{/g, '0%{')
    .trim();

/** White space with a line break in it was put there by the formatter. */
const minifyHtml = (text) =>
  text
    .replace(/>\s*\n\s*</g, '><')
    .replace(/>\s*\n\s*\$/g, '>$')
    .replace(/}\s*\n\s*</g, '}<')
    .replace(/\s*\n\s*/g, ' ')
    .trim();

/** Minifies the templates of one module's code. */
export function minifyTemplates(code) {
  const done = [];
  let text = code;
  for (let round = 0; round < ROUNDS; round += 1) {
    text = text.replace(TEMPLATE, (_, tag, body) => {
      done.push(`${tag}\`${tag === 'css' ? minifyCss(body) : minifyHtml(body)}\``);
      return `\u0001${done.length - 1}\u0002`;
    });
  }
  // eslint-disable-next-line no-control-regex -- the marks set above, which no template holds
  for (let pass = 0; pass <= ROUNDS; pass += 1) text = text.replace(/\u0001(\d+)\u0002/g, (_, index) => done[index]);
  return text;
}

/** The rollup plugin. Only for our own modules: others ship minified. */
export const templates = () => ({
  name: 'minify-templates',
  transform: (code, id) => (/[\\/]dist[\\/]element[\\/]/.test(id) ? { code: minifyTemplates(code), map: null } : null),
});
