/** Keeps the caret behind the same digit while separators come and go. */

/** Where the caret belongs in `formatted` when `digitsBefore` digits were left of it. */
export function toCaret(formatted: string, digitsBefore: number): number {
  let seen = 0;
  let caret = 0;
  while (seen < digitsBefore && caret < formatted.length) {
    if (isDigit(formatted[caret])) seen += 1;
    caret += 1;
  }
  // At the end of a group the caret goes behind the separator, where the next digit will be.
  while (seen > 0 && caret < formatted.length && !isDigit(formatted[caret])) caret += 1;
  return caret;
}

export function countDigits(text: string): number {
  return [...text].filter(isDigit).length;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** Formats on every input; deleting a separator deletes the digit beyond it. */
export function formatWhileTyping(input: HTMLInputElement, format: (value: string) => string): void {
  input.addEventListener('beforeinput', (event) => {
    const { selectionStart: start, selectionEnd: end, value } = input;
    if (start === null || start !== end) return;
    if (event.inputType === 'deleteContentBackward') {
      let caret = start;
      while (caret > 0 && !isDigit(value[caret - 1])) caret -= 1;
      if (caret > 0 && caret !== start) input.setSelectionRange(caret, caret);
    } else if (event.inputType === 'deleteContentForward') {
      let caret = start;
      while (caret < value.length && !isDigit(value[caret])) caret += 1;
      if (caret < value.length && caret !== start) input.setSelectionRange(caret, caret);
    }
  });
  input.addEventListener('input', (event) => {
    const caret = input.selectionStart ?? input.value.length;
    const atEnd = caret === input.value.length;
    const digitsBefore = countDigits(input.value.slice(0, caret));
    const deleting = event instanceof InputEvent && event.inputType.startsWith('delete');
    // What only separated is not typed: `1 / ` after a deletion is the digit 1.
    const formatted = format(deleting ? input.value.replace(/\D+$/, '') : input.value);
    // A separator at the very end would come back as fast as it is deleted.
    const next = deleting && atEnd ? formatted.replace(/\D+$/, '') : formatted;
    if (next === input.value) return;
    input.value = next;
    const place = atEnd ? next.length : toCaret(next, digitsBefore);
    input.setSelectionRange(place, place);
  });
}
