/** Spanish: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('es');

/** What the form says in Spanish. */
export const form: FormMessages = {
  otherWay: 'O paga de otra forma',
  contact: 'Contacto',
  email: 'Correo electrónico',
  emailSuggestion: (email) => `¿Querías decir ${email}?`,
  payingAs: (email) => `Pagas como ${email}`,
  address: 'Dirección de facturación',
  payment: 'Pago',
  summary: 'Resumen',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'al día', other: 'cada # días' },
        week: { 1: 'a la semana', other: 'cada # semanas' },
        month: { 1: 'al mes', other: 'cada # meses' },
        year: { 1: 'al año', other: 'cada # años' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Subtotal',
  discount: 'Descuento',
  promotionAdd: 'Añadir código promocional',
  promotionCode: 'Código promocional',
  promotionApply: 'Aplicar',
  promotionRemove: (code) => `Quitar ${code}`,
  promotionApplied: (code, amount) => (amount ? `${code} te descuenta ${amount}.` : `${code} está aplicado.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Primer pago'
      : lasts === 'forever'
        ? 'Todos los pagos'
        : say(lasts, { one: 'Durante # mes', other: 'Durante # meses' }),
  tax: 'Impuestos',
  taxPending: 'Falta tu dirección',
  taxIncluded: 'Impuestos incluidos',
  reverseCharge: 'Inversión del sujeto pasivo: tu empresa declara el IVA.',
  dueToday: 'A pagar hoy',
  amountDue: 'Importe a pagar',
  invoiceDue: (number, date) => (date ? `Factura ${number}, vence el ${date}.` : `Factura ${number}.`),
  chargeFailed: (why) => `No se pudo realizar el último cobro. ${why}`,
  keepMethod: 'Guardar método de pago',
  keepNote: 'Ahora no se cobra nada.',
  thenEvery: (amount, every) => `Después, ${amount} ${every}, hasta que canceles.`,
  trialUntil: (date, amount, every) => `Gratis hasta el ${date}; después, ${amount} ${every}, hasta que canceles.`,
  thenDiscounted: (amount) => `Con el descuento, ${amount}.`,
  consent: (amount, every) => `Al pagar, autorizas que se cobren ${amount} ${every} en tu tarjeta hasta que canceles.`,
  savePayment: 'Guardar esta tarjeta para la próxima vez',
  savePaymentSubscription: 'Ofrecer esta tarjeta en mi próxima compra',
  savePaymentSubscriptionNote: 'Las renovaciones de esta suscripción la usan en cualquier caso.',
  savedAlways: 'Tu tarjeta se guarda para pagos posteriores.',
  cardUpdated: (last4, date) => `Tu banco actualizó la tarjeta terminada en ${last4} (${date}).`,
  steps: 'Pasos',
  details: 'Datos',
  continue: 'Continuar al pago',
  back: 'Volver a los datos',
  pay: (amount) => `Pagar ${amount}`,
  payWithoutAmount: 'Pagar',
  startTrial: 'Empezar la prueba gratuita',
  paying: 'Pagando…',
  checking: 'Comprobando tu pago…',
  updating: 'Actualizando…',
  waitingForBank: 'Seguimos esperando a tu banco. No cierres esta página.',
  loading: 'Cargando el pago…',
  loadingSlow: 'Tarda más de lo habitual. Seguimos intentándolo…',
  invalidTitle: (count) => say(count, { 1: 'Hay un punto por revisar', other: 'Hay algunos puntos por revisar' }),
  invalid: {
    email: 'Introduce una dirección de correo electrónico, por ejemplo nombre@example.com.',
    address: 'Completa tu dirección de facturación.',
    payment: 'Completa tus datos de pago.',
  },
};
