/** From rounds to a report: medians, intervals, ratios to the floor and to React. */
import { FLOOR, REACT, US } from '../contenders.mjs';
import { FIGURES, VISITS } from '../figures.mjs';
import { compare, summarize } from './statistics.mjs';

/** Every figure of every contender. */
export function toReport({ contenders, results }) {
  const valuesOf = (name, { visit, key }) => (results[name]?.[visit] ?? []).map((figures) => figures[key] ?? 0);
  const figures = FIGURES.map((figure) => ({
    ...figure,
    title: VISITS[figure.visit].title,
    values: Object.fromEntries(contenders.map(({ name }) => [name, summarize(valuesOf(name, figure))])),
    toFloor: compare(valuesOf(US, figure), valuesOf(FLOOR, figure)),
    toReact: compare(valuesOf(US, figure), valuesOf(REACT, figure)),
  }));
  return { contenders: contenders.map(({ name, label }) => ({ name, label })), figures };
}

/** One figure of the report; undefined where it was not measured. */
export const findFigure = ({ figures }, visit, key) =>
  figures.find((figure) => figure.visit === visit && figure.key === key);
