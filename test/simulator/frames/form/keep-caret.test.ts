// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { formatCardNumber } from '../../../../src/simulator/frames/card/card-number.js';
import { formatExpiry } from '../../../../src/simulator/frames/card/expiry.js';
import { formatWhileTyping, toCaret } from '../../../../src/simulator/frames/form/keep-caret.js';

/** A text field, and hands that type into it as a browser does. */
function openField(format: (value: string) => string, value = '') {
  const input = document.createElement('input');
  document.body.append(input);
  input.value = value;
  formatWhileTyping(input, format);
  const edit = (inputType: string, from: number, to: number, text: string): void => {
    input.setRangeText(text, from, to, 'end');
    input.dispatchEvent(new InputEvent('input', { inputType }));
  };
  return {
    get shown() {
      return `${input.value.slice(0, input.selectionStart ?? 0)}|${input.value.slice(input.selectionStart ?? 0)}`;
    },
    place: (caret: number) => input.setSelectionRange(caret, caret),
    type(text: string) {
      for (const one of text) edit('insertText', input.selectionStart ?? 0, input.selectionEnd ?? 0, one);
    },
    backspace() {
      input.dispatchEvent(new InputEvent('beforeinput', { inputType: 'deleteContentBackward' }));
      const caret = input.selectionStart ?? 0;
      if (caret > 0) edit('deleteContentBackward', caret - 1, caret, '');
    },
  };
}

describe('formatting while typing', () => {
  it('puts the caret behind the separator that a full group brings', () => {
    const field = openField(formatCardNumber);
    field.type('42424');
    expect(field.shown).toBe('4242 4|');
  });

  it('keeps the caret behind a digit typed in the middle', () => {
    const field = openField(formatCardNumber, '4242 4242');
    field.place(2);
    field.type('9');
    expect(field.shown).toBe('429|4 2424 2');
  });

  it('deletes the digit beyond a separator', () => {
    const field = openField(formatCardNumber, '4242 4242');
    field.place(5);
    field.backspace();
    expect(field.shown).toBe('424|4 242');
  });

  it('regroups when the brand turns out to be another', () => {
    const field = openField(formatCardNumber);
    field.type('378282246310005');
    expect(field.shown).toBe('3782 822463 10005|');
  });

  it('lets an expiration date be deleted through its slash', () => {
    const field = openField(formatExpiry);
    field.type('1234');
    expect(field.shown).toBe('12 / 34|');
    for (const left of ['12 / 3|', '12|', '1|', '|']) {
      field.backspace();
      expect(field.shown).toBe(left);
    }
  });

  it('never leaves the text', () => {
    expect(toCaret('4242', 9)).toBe(4);
    expect(toCaret('', 1)).toBe(0);
  });
});
