/** Check digits of tax ids, by the rules of each country. A file of its own: only checkouts that ask for a tax id load it. */
import { validate as atUid } from 'stdnum/lib/esm/at/uid.js';
import { validate as beVat } from 'stdnum/lib/esm/be/vat.js';
import { validate as bgVat } from 'stdnum/lib/esm/bg/vat.js';
import { validate as hrOib } from 'stdnum/lib/esm/hr/oib.js';
import { validate as cyVat } from 'stdnum/lib/esm/cy/vat.js';
import { validate as czDic } from 'stdnum/lib/esm/cz/dic.js';
import { validate as dkCvr } from 'stdnum/lib/esm/dk/cvr.js';
import { validate as eeKmkr } from 'stdnum/lib/esm/ee/kmkr.js';
import { validate as fiAlv } from 'stdnum/lib/esm/fi/alv.js';
import { validate as frTva } from 'stdnum/lib/esm/fr/tva.js';
import { validate as deVat } from 'stdnum/lib/esm/de/vat.js';
import { validate as grVat } from 'stdnum/lib/esm/gr/vat.js';
import { validate as huAnum } from 'stdnum/lib/esm/hu/anum.js';
import { validate as ieVat } from 'stdnum/lib/esm/ie/vat.js';
import { validate as itIva } from 'stdnum/lib/esm/it/iva.js';
import { validate as lvPvn } from 'stdnum/lib/esm/lv/pvn.js';
import { validate as ltPvm } from 'stdnum/lib/esm/lt/pvm.js';
import { validate as luTva } from 'stdnum/lib/esm/lu/tva.js';
import { validate as mtVat } from 'stdnum/lib/esm/mt/vat.js';
import { validate as nlBtw } from 'stdnum/lib/esm/nl/btw.js';
import { validate as plNip } from 'stdnum/lib/esm/pl/nip.js';
import { validate as ptNif } from 'stdnum/lib/esm/pt/nif.js';
import { validate as roCui } from 'stdnum/lib/esm/ro/cui.js';
import { validate as skDph } from 'stdnum/lib/esm/sk/dph.js';
import { validate as siDdv } from 'stdnum/lib/esm/si/ddv.js';
import { validate as esNif } from 'stdnum/lib/esm/es/nif.js';
import { validate as seVat } from 'stdnum/lib/esm/se/vat.js';
import { validate as gbVat } from 'stdnum/lib/esm/gb/vat.js';
import { validate as auAbn } from 'stdnum/lib/esm/au/abn.js';
import { validate as brCnpj } from 'stdnum/lib/esm/br/cnpj.js';
import { validate as caBn } from 'stdnum/lib/esm/ca/bn.js';
import { validate as caGst } from 'stdnum/lib/esm/ca/gst.js';
import { validate as caQst } from 'stdnum/lib/esm/ca/qst.js';
import { validate as chVat } from 'stdnum/lib/esm/ch/vat.js';
import { validate as inGstin } from 'stdnum/lib/esm/in/gstin.js';
import { validate as jpCn } from 'stdnum/lib/esm/jp/cn.js';
import { validate as mxRfc } from 'stdnum/lib/esm/mx/rfc.js';
import { validate as noMva } from 'stdnum/lib/esm/no/mva.js';
import { validate as nzIrd } from 'stdnum/lib/esm/nz/ird.js';
import { validate as sgUen } from 'stdnum/lib/esm/sg/uen.js';
import { validate as zaVat } from 'stdnum/lib/esm/za/vat.js';

/** What `stdnum` says of a number. */
type Validate = (value: string) => { readonly isValid: boolean; readonly error?: Error };

/** European Union, by the prefix of the number. */
const EU: Readonly<Record<string, Validate>> = {
  AT: atUid,
  BE: beVat,
  BG: bgVat,
  HR: hrOib,
  CY: cyVat,
  CZ: czDic,
  DK: dkCvr,
  EE: eeKmkr,
  FI: fiAlv,
  FR: frTva,
  DE: deVat,
  EL: grVat,
  HU: huAnum,
  IE: ieVat,
  IT: itIva,
  LV: lvPvn,
  LT: ltPvm,
  LU: luTva,
  MT: mtVat,
  NL: nlBtw,
  PL: plNip,
  PT: ptNif,
  RO: roCui,
  SK: skDph,
  SI: siDdv,
  ES: esNif,
  SE: seVat,
};

/** Elsewhere, by Stripe's word. The American EIN has no check digit; of Korea's numbers in use some break the rule. */
const ELSEWHERE: Readonly<Record<string, Validate>> = {
  gb_vat: gbVat,
  au_abn: auAbn,
  br_cnpj: brCnpj,
  ca_bn: caBn,
  ca_gst_hst: caGst,
  ca_qst: caQst,
  ch_vat: chVat,
  in_gst: inGstin,
  jp_trn: jpCn,
  mx_rfc: mxRfc,
  no_vat: noMva,
  nz_gst: nzIrd,
  sg_uen: sgUen,
  za_vat: zaVat,
};

/**
 * Whether the check digits of a normalized tax id fit; true where no rule is known. Its form is looked at elsewhere, so that one that
 * only `stdnum` finds odd stops nobody from buying.
 */
export function fits(type: string, value: string): boolean {
  // Stripe's own for testing: 000000000, 111111111, 222222222.
  if (/(\d)\1{7}$/.test(value)) return true;
  // People in business by themselves have their personal number, and not all of those were made by one rule.
  if (/^CZ\d{9,10}$/.test(value) || /^RO\d{13}$/.test(value)) return true;
  const validate = type === 'eu_vat' ? EU[value.slice(0, 2)] : ELSEWHERE[type];
  // A number of Japan's tax office is a company's number behind a T.
  const answer = validate?.(type === 'jp_trn' ? value.slice(1) : value);
  return answer?.error?.name !== 'InvalidChecksum';
}
