/** Rules about addresses: countries, and post office boxes as the postal services write them. */
import { describe, expect, it } from 'vitest';
import { findAddressFault } from '../../src/contract/address-rules.js';

const NO_BOXES = { countries: null, poBoxes: false };

/** From the addressing guides of the postal services (Universal Postal Union, "Postal addressing systems"), and how people shorten them. */
const BOXES = [
  ['US', 'PO Box 1234'],
  ['US', 'P.O. BOX 1234'],
  ['US', 'P. O. Box 12'],
  ['US', 'Post Office Box 7'],
  ['GB', 'po box 61'],
  ['DE', 'Postfach 10 01 52'],
  ['FR', 'BP 90432'],
  ['FR', 'Boîte postale 12'],
  ['BE', 'BP 12'],
  ['NL', 'Postbus 99'],
  ['DK', 'Postboks 44'],
  ['NO', 'Postboks 1234 Sentrum'],
  ['SE', 'Box 4711'],
  ['ES', 'Apartado de Correos 55'],
  ['PT', 'Apartado 10'],
  ['IT', 'Casella Postale 12'],
  ['CH', 'CP 234'],
  ['BR', 'Caixa Postal 9'],
  ['PL', 'skrytka pocztowa 15'],
  ['FI', 'PL 123'],
  ['HU', 'Postafiók 12'],
  ['RO', 'Căsuța poștală 3'],
  ['TR', 'Posta Kutusu 8'],
  ['TR', 'P.K. 15'],
  ['GR', 'Ταχυδρομική θυρίδα 40'],
  ['UA', 'а/с 12'],
  ['JP', '新宿郵便局私書箱第5号'],
  ['TW', '郵政信箱 12'],
  ['CN', '邮政信箱 12'],
  ['KR', '사서함 12호'],
  ['AE', 'ص.ب 1234'],
  ['IL', 'ת"ד 1234'],
] as const;

const STREETS = [
  ['US', '1 Main Street'],
  ['US', '12 Boxwood Lane'],
  ['US', 'Box Canyon Road 3'],
  ['GB', 'The Post House, 4 Box Hill'],
  ['DE', 'Poststraße 12'],
  ['DE', 'Am Postplatz 1'],
  ['SE', 'Boxholmsgatan 4'],
  ['FR', '12 rue de la Poste'],
  ['IT', 'Via delle Poste 5'],
  ['ES', 'Calle Apartadero 3'],
  ['PL', 'ul. Plac 5'],
  ['FI', 'Plantie 3'],
] as const;

describe('without post office boxes', () => {
  it.each(BOXES)('%s: %s will not do', (country, line1) => {
    expect(findAddressFault(NO_BOXES, { country, line1 })).toBe('po_box');
    expect(findAddressFault(NO_BOXES, { country, line1: 'Acme', line2: line1 })).toBe('po_box');
    expect(findAddressFault({ countries: null, poBoxes: true }, { country, line1 })).toBeNull();
  });

  it.each(STREETS)('%s: %s will do', (country, line1) => {
    expect(findAddressFault(NO_BOXES, { country, line1 })).toBeNull();
  });
});

it('takes the countries that are named, and no others', () => {
  const rules = { countries: ['DE', 'AT'], poBoxes: true };
  expect(findAddressFault(rules, { country: 'AT' })).toBeNull();
  expect(findAddressFault(rules, { country: 'US' })).toBe('country');
  expect(findAddressFault(undefined, { country: 'US', line1: 'PO Box 1' })).toBeNull();
});

it('takes no time over a long line', () => {
  expect(findAddressFault(NO_BOXES, { country: 'US', line1: 'p. o. '.repeat(20_000) })).toBeNull();
});

describe('for companies only', () => {
  const rules = { countries: ['DE'], poBoxes: false, company: true };
  const address = { country: 'DE', line1: 'Unter den Linden 1' };

  it.each([undefined, '', ' \u00a0\t'])('an address of %j will not do', (company) => {
    expect(findAddressFault(rules, { ...address, company })).toBe('company');
  });

  it('one with a name will, whatever it is', () => {
    expect(findAddressFault(rules, { ...address, company: '任天堂' })).toBeNull();
  });

  it('is said after what is wrong with the place', () => {
    expect(findAddressFault(rules, { ...address, country: 'FR' })).toBe('country');
    expect(findAddressFault(rules, { ...address, line1: 'Postfach 12' })).toBe('po_box');
  });
});
