/** French: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('fr');

/** What the form says in French. */
export const form: FormMessages = {
  otherWay: 'Ou payer autrement',
  contact: 'Contact',
  email: 'E-mail',
  emailSuggestion: (email) => `Vouliez-vous dire ${email} ?`,
  payingAs: (email) => `Vous payez en tant que ${email}`,
  address: 'Adresse de facturation',
  payment: 'Paiement',
  summary: 'Récapitulatif',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'par jour', other: 'tous les # jours' },
        week: { 1: 'par semaine', other: 'toutes les # semaines' },
        month: { 1: 'par mois', other: 'tous les # mois' },
        year: { 1: 'par an', other: 'tous les # ans' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Sous-total',
  discount: 'Remise',
  promotionAdd: 'Ajouter un code promotionnel',
  promotionCode: 'Code promotionnel',
  promotionApply: 'Appliquer',
  promotionRemove: (code) => `Retirer ${code}`,
  promotionApplied: (code, amount) => (amount ? `${code} vous fait économiser ${amount}.` : `${code} est appliqué.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Premier paiement'
      : lasts === 'forever'
        ? 'Chaque paiement'
        : say(lasts, { one: 'Pendant # mois', other: 'Pendant # mois' }),
  tax: 'Taxes',
  taxPending: 'Votre adresse est nécessaire',
  taxIncluded: 'Taxes comprises',
  reverseCharge: 'Autoliquidation : la TVA est due par votre entreprise.',
  dueToday: 'À payer aujourd’hui',
  amountDue: 'Montant à payer',
  invoiceDue: (number, date) => (date ? `Facture ${number}, à payer au plus tard le ${date}.` : `Facture ${number}.`),
  chargeFailed: (why) => `Le dernier prélèvement a échoué. ${why}`,
  keepMethod: 'Enregistrer le moyen de paiement',
  keepNote: 'Rien n’est débité maintenant.',
  thenEvery: (amount, every) => `Ensuite, ${amount} ${every}, jusqu’à résiliation.`,
  trialUntil: (date, amount, every) => `Gratuit jusqu’au ${date}, puis ${amount} ${every}, jusqu’à résiliation.`,
  thenDiscounted: (amount) => `Avec la remise, ${amount}.`,
  consent: (amount, every) =>
    `En payant, vous autorisez le débit de ${amount} ${every} sur votre carte, jusqu’à résiliation.`,
  savePayment: 'Enregistrer cette carte pour la prochaine fois',
  savePaymentSubscription: 'Proposer cette carte lors de mon prochain achat',
  savePaymentSubscriptionNote: 'Elle sert dans tous les cas au renouvellement de cet abonnement.',
  savedAlways: 'Votre carte est conservée pour les prochains paiements.',
  cardUpdated: (last4, date) => `Votre banque a mis à jour la carte se terminant par ${last4} (${date}).`,
  steps: 'Étapes',
  details: 'Coordonnées',
  continue: 'Continuer vers le paiement',
  back: 'Retour aux coordonnées',
  pay: (amount) => `Payer ${amount}`,
  payWithoutAmount: 'Payer',
  startTrial: 'Commencer l’essai gratuit',
  paying: 'Paiement en cours…',
  checking: 'Vérification de votre paiement…',
  updating: 'Mise à jour…',
  waitingForBank: 'Nous attendons encore votre banque. Gardez cette page ouverte.',
  loading: 'Chargement du paiement…',
  loadingSlow: 'C’est plus long que d’habitude. Nous essayons encore…',
  invalidTitle: (count) => say(count, { 1: 'Un point est à vérifier', other: 'Quelques points sont à vérifier' }),
  invalid: {
    email: 'Saisissez une adresse e-mail, par exemple nom@example.com.',
    address: 'Complétez votre adresse de facturation.',
    payment: 'Complétez vos informations de paiement.',
  },
};
