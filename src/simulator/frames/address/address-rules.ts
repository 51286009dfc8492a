/** What an address is made of, by country: labels, what is required, how postal codes look. */
import type { Choice } from '../form/create-input.js';

export interface AddressRule {
  readonly city: { readonly label: string; readonly required: boolean } | null;
  readonly state: { readonly label: string; readonly required: boolean; readonly choices?: readonly Choice[] } | null;
  readonly postalCode: {
    readonly label: string;
    readonly required: boolean;
    readonly pattern?: RegExp;
    readonly before?: boolean;
  } | null;
}

const city = { label: 'City', required: true } as const;
const town = { label: 'Town or city', required: true } as const;
const postal = { label: 'Postal code', required: true } as const;
const digits = (count: number) => ({ ...postal, pattern: new RegExp(`^\\d{${count}}$`), before: true });

const usStates =
  'AL Alabama,AK Alaska,AS American Samoa,AZ Arizona,AR Arkansas,AA Armed Forces (AA),AE Armed Forces (AE),AP Armed Forces (AP),CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,GA Georgia,GU Guam,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MH Marshall Islands,MD Maryland,MA Massachusetts,MI Michigan,FM Micronesia,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,MP Northern Mariana Islands,OH Ohio,OK Oklahoma,OR Oregon,PW Palau,PA Pennsylvania,PR Puerto Rico,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VI Virgin Islands,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming';
const caProvinces =
  'AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador,NT Northwest Territories,NS Nova Scotia,NU Nunavut,ON Ontario,PE Prince Edward Island,QC Quebec,SK Saskatchewan,YT Yukon';
const auStates =
  'ACT Australian Capital Territory,NSW New South Wales,NT Northern Territory,QLD Queensland,SA South Australia,TAS Tasmania,VIC Victoria,WA Western Australia';

const european: AddressRule = { city, state: null, postalCode: digits(5) };

const rules: Readonly<Record<string, AddressRule>> = {
  US: {
    city,
    state: { label: 'State', required: true, choices: toChoices(usStates) },
    postalCode: { label: 'ZIP code', required: true, pattern: /^\d{5}(-?\d{4})?$/ },
  },
  CA: {
    city,
    state: { label: 'Province', required: true, choices: toChoices(caProvinces) },
    postalCode: { ...postal, pattern: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i },
  },
  AU: {
    city: { label: 'City or suburb', required: true },
    state: { label: 'State', required: true, choices: toChoices(auStates) },
    postalCode: { ...postal, pattern: /^\d{4}$/ },
  },
  GB: { city: town, state: null, postalCode: { ...postal, pattern: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i } },
  IE: { city: town, state: { label: 'County', required: false }, postalCode: { label: 'Eircode', required: false } },
  NZ: { city, state: null, postalCode: { ...postal, pattern: /^\d{4}$/ } },
  JP: {
    city,
    state: { label: 'Prefecture', required: true },
    postalCode: { ...postal, pattern: /^\d{3}-?\d{4}$/, before: true },
  },
  IN: {
    city,
    state: { label: 'State', required: true },
    postalCode: { label: 'PIN code', required: true, pattern: /^\d{6}$/ },
  },
  BR: { city, state: { label: 'State', required: true }, postalCode: { ...postal, pattern: /^\d{5}-?\d{3}$/ } },
  MX: { city, state: { label: 'State', required: true }, postalCode: digits(5) },
  DE: european,
  FR: european,
  ES: { city, state: { label: 'Province', required: true }, postalCode: digits(5) },
  IT: { city, state: { label: 'Province', required: true }, postalCode: digits(5) },
  FI: european,
  AT: { city, state: null, postalCode: digits(4) },
  BE: { city, state: null, postalCode: digits(4) },
  CH: { city, state: null, postalCode: digits(4) },
  DK: { city, state: null, postalCode: digits(4) },
  NO: { city, state: null, postalCode: digits(4) },
  NL: { city, state: null, postalCode: { ...postal, pattern: /^\d{4} ?[A-Z]{2}$/i, before: true } },
  SE: { city, state: null, postalCode: { ...postal, pattern: /^\d{3} ?\d{2}$/, before: true } },
  PL: { city, state: null, postalCode: { ...postal, pattern: /^\d{2}-?\d{3}$/, before: true } },
  PT: { city, state: null, postalCode: { ...postal, pattern: /^\d{4}-?\d{3}$/, before: true } },
  SG: { city: null, state: null, postalCode: { ...postal, pattern: /^\d{6}$/ } },
  HK: { city: { label: 'District', required: true }, state: null, postalCode: null },
  AE: { city: null, state: { label: 'Emirate', required: true }, postalCode: null },
};

const elsewhere: AddressRule = {
  city,
  state: { label: 'State or region', required: false },
  postalCode: { label: 'Postal code', required: false },
};

export function findAddressRule(country: string): AddressRule {
  return rules[country] ?? elsewhere;
}

function toChoices(list: string): readonly Choice[] {
  return list.split(',').map((entry) => {
    const space = entry.indexOf(' ');
    return { value: entry.slice(0, space), label: entry.slice(space + 1) };
  });
}
