/** A click on the label of a mount node focuses its element. */
export function listenToLabels(node: HTMLElement, focus: () => void): () => void {
  const labels = [...document.querySelectorAll('label')].filter(
    (label) => (node.id !== '' && label.htmlFor === node.id) || label.contains(node),
  );
  for (const label of labels) label.addEventListener('click', focus);
  return () => {
    for (const label of labels) label.removeEventListener('click', focus);
  };
}
