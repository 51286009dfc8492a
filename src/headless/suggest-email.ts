/** Finds the likely slip in an email's domain. A file of its own, loaded once an email has been typed. */
import { POPULAR_DOMAINS, run } from '@zootools/email-spell-checker';

/** Where many people have their mail, beside the domains that the checker suggests. Each is right as it is. */
const ELSEWHERE = [
  'aliceadsl.fr',
  'bluewin.ch',
  'bol.com.br',
  'email.com',
  'free.fr',
  'freenet.de',
  'gmx.at',
  'gmx.ch',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'hotmail.co.uk',
  'hotmail.com',
  'hotmail.de',
  'hotmail.es',
  'hotmail.fr',
  'hotmail.it',
  'laposte.net',
  'libero.it',
  'live.com',
  'mac.com',
  'mail.com',
  'naver.com',
  'orange.fr',
  'outlook.com',
  'outlook.de',
  'outlook.fr',
  'proton.me',
  'seznam.cz',
  'sfr.fr',
  't-online.de',
  'tiscali.it',
  'uol.com.br',
  'virgilio.it',
  'wanadoo.fr',
  'web.de',
  'wp.pl',
  'yahoo.co.jp',
  'yahoo.co.uk',
  'yahoo.com.br',
  'yahoo.com',
  'yahoo.de',
  'yahoo.es',
  'yahoo.fr',
  'yahoo.it',
  'yandex.ru',
  'ymail.com',
] as const;

const DOMAINS: readonly string[] = [...POPULAR_DOMAINS, ...ELSEWHERE];

/** The email as it was probably meant, or null. Suggests only domains that many people have; never wrong to ignore. */
export function suggestEmail(email: string): string | null {
  const at = email.lastIndexOf('@');
  const typed = email.slice(at + 1).toLowerCase();
  if (at < 1 || DOMAINS.includes(typed)) return null;
  const domain = run({ email: `name@${typed}` })?.domain;
  return domain !== undefined && DOMAINS.includes(domain) ? `${email.slice(0, at)}@${domain}` : null;
}
