/** European Portuguese: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('pt-PT');

/** What the form says in European Portuguese. */
export const form: FormMessages = {
  otherWay: 'Ou pague de outra forma',
  contact: 'Contacto',
  email: 'E-mail',
  emailSuggestion: (email) => `Queria dizer ${email}?`,
  payingAs: (email) => `Está a pagar como ${email}`,
  address: 'Morada de faturação',
  payment: 'Pagamento',
  summary: 'Resumo',
  quantityOf: (quantity, unitAmount) => `${String(quantity)} × ${unitAmount}`,
  every: ({ interval, count }) =>
    say(
      count,
      {
        day: { 1: 'por dia', other: 'a cada # dias' },
        week: { 1: 'por semana', other: 'a cada # semanas' },
        month: { 1: 'por mês', other: 'a cada # meses' },
        year: { 1: 'por ano', other: 'a cada # anos' },
      }[interval],
    ),
  rate: (amount, every) => `${amount} ${every}`,
  subtotal: 'Subtotal',
  discount: 'Desconto',
  promotionAdd: 'Adicionar código promocional',
  promotionCode: 'Código promocional',
  promotionApply: 'Aplicar',
  promotionRemove: (code) => `Remover ${code}`,
  promotionApplied: (code, amount) => (amount ? `${code} desconta ${amount}.` : `${code} foi aplicado.`),
  discountLasts: (lasts) =>
    lasts === 'once'
      ? 'Primeiro pagamento'
      : lasts === 'forever'
        ? 'Todos os pagamentos'
        : say(lasts, { one: 'Durante # mês', other: 'Durante # meses' }),
  tax: 'Impostos',
  taxPending: 'Precisa da sua morada',
  taxIncluded: 'Impostos incluídos',
  reverseCharge: 'Autoliquidação: o IVA é devido pela sua empresa.',
  dueToday: 'A pagar hoje',
  amountDue: 'Montante a pagar',
  invoiceDue: (number, date) => (date ? `Fatura ${number}, vence a ${date}.` : `Fatura ${number}.`),
  chargeFailed: (why) => `A última cobrança não foi concluída. ${why}`,
  keepMethod: 'Guardar método de pagamento',
  keepNote: 'Nada é cobrado agora.',
  thenEvery: (amount, every) => `Depois, ${amount} ${every}, até cancelar.`,
  trialUntil: (date, amount, every) => `Grátis até ${date}; depois, ${amount} ${every}, até cancelar.`,
  thenDiscounted: (amount) => `Com o desconto, ${amount}.`,
  consent: (amount, every) => `Ao pagar, autoriza a cobrança de ${amount} ${every} no seu cartão até cancelar.`,
  savePayment: 'Guardar este cartão para a próxima vez',
  savePaymentSubscription: 'Sugerir este cartão na minha próxima compra',
  savePaymentSubscriptionNote: 'As renovações desta subscrição usam-no em qualquer caso.',
  savedAlways: 'O seu cartão fica guardado para pagamentos futuros.',
  cardUpdated: (last4, date) => `O seu banco atualizou o cartão terminado em ${last4} (${date}).`,
  steps: 'Passos',
  details: 'Dados',
  continue: 'Continuar para o pagamento',
  back: 'Voltar aos dados',
  pay: (amount) => `Pagar ${amount}`,
  payWithoutAmount: 'Pagar',
  startTrial: 'Iniciar período gratuito',
  paying: 'A pagar…',
  checking: 'A verificar o seu pagamento…',
  updating: 'A atualizar…',
  waitingForBank: 'Ainda a aguardar o seu banco. Mantenha esta página aberta.',
  loading: 'A carregar o pagamento…',
  loadingSlow: 'Está a demorar mais do que o habitual. Continuamos a tentar…',
  invalidTitle: (count) => say(count, { 1: 'Verifique um ponto', other: 'Verifique alguns pontos' }),
  invalid: {
    email: 'Introduza um endereço de e-mail, como nome@example.com.',
    address: 'Complete a sua morada de faturação.',
    payment: 'Complete os seus dados de pagamento.',
  },
};
