/** Gives one list for all that an element has of a kind, slots and parts and the like: typedoc would give each its own heading. */
import { CommentTag } from 'typedoc';

const KINDS = {
  '@slot': '@slots',
  '@csspart': '@parts',
  '@cssprop': '@tokens',
  '@cssstate': '@states',
  '@fires': '@events',
};

/** `{CustomEvent<ReadyDetail>} billing-ready - …`, `[--billing-gap=1rem] - …`, `summary - …`, and `- …` for the slot without a name. */
const FORM = /^(?:\{[^}]+\} )?\[?([\w-]+?)(?:=([^\]]+))?\]? - |^- /;

const toItem = ([first, ...rest]) => [
  {
    kind: 'text',
    text: `- ${first.text.replace(FORM, (_, name, usual) => `${name ? `\`${name}\`` : 'Without a name'}${usual ? `, \`${usual}\`` : ''}: `)}`,
  },
  ...rest,
  { kind: 'text', text: '\n' },
];

/** @param comment - Of a class; the first tag of each kind is the list's place. */
export function groupTags(comment) {
  for (const [tag, list] of Object.entries(KINDS)) {
    const all = comment.blockTags.filter((each) => each.tag === tag);
    if (all.length === 0) continue;
    const place = comment.blockTags.indexOf(all[0]);
    const grouped = new CommentTag(
      list,
      all.flatMap(({ content }) => toItem(content)),
    );
    comment.blockTags = comment.blockTags.toSpliced(place, 1, grouped).filter((each) => each.tag !== tag);
  }
}
