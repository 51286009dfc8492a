/** Brazilian Portuguese: what the form says. */
import type { FormMessages } from '../../../core/message-parts.js';
import { plurals } from '../plurals.js';

const say = plurals('pt-BR');

/** What the form says in Brazilian Portuguese. */
export const form: FormMessages = {
  otherWay: 'Ou pague de outra forma',
  contact: 'Contato',
  email: 'E-mail',
  emailSuggestion: (email) => `Você quis dizer ${email}?`,
  payingAs: (email) => `Você está pagando como ${email}`,
  address: 'Endereço de cobrança',
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
        : say(lasts, { one: 'Por # mês', other: 'Por # meses' }),
  tax: 'Impostos',
  taxPending: 'Precisa do seu endereço',
  taxIncluded: 'Impostos inclusos',
  reverseCharge: 'Autoliquidação: sua empresa recolhe o imposto.',
  dueToday: 'A pagar hoje',
  amountDue: 'Valor a pagar',
  invoiceDue: (number, date) => (date ? `Fatura ${number}, vencimento em ${date}.` : `Fatura ${number}.`),
  chargeFailed: (why) => `A última cobrança não foi concluída. ${why}`,
  keepMethod: 'Salvar forma de pagamento',
  keepNote: 'Nada é cobrado agora.',
  thenEvery: (amount, every) => `Depois, ${amount} ${every}, até você cancelar.`,
  trialUntil: (date, amount, every) => `Grátis até ${date}; depois, ${amount} ${every}, até você cancelar.`,
  thenDiscounted: (amount) => `Com o desconto, ${amount}.`,
  consent: (amount, every) => `Ao pagar, você autoriza a cobrança de ${amount} ${every} no seu cartão até cancelar.`,
  savePayment: 'Salvar este cartão para a próxima vez',
  savePaymentSubscription: 'Oferecer este cartão na minha próxima compra',
  savePaymentSubscriptionNote: 'As renovações desta assinatura o usam de qualquer forma.',
  savedAlways: 'Seu cartão fica guardado para pagamentos futuros.',
  cardUpdated: (last4, date) => `Seu banco atualizou o cartão com final ${last4} (${date}).`,
  steps: 'Etapas',
  details: 'Dados',
  continue: 'Continuar para o pagamento',
  back: 'Voltar aos dados',
  pay: (amount) => `Pagar ${amount}`,
  payWithoutAmount: 'Pagar',
  startTrial: 'Começar teste grátis',
  paying: 'Pagando…',
  checking: 'Verificando seu pagamento…',
  updating: 'Atualizando…',
  waitingForBank: 'Ainda aguardando seu banco. Mantenha esta página aberta.',
  loading: 'Carregando o pagamento…',
  loadingSlow: 'Está demorando mais que o normal. Ainda tentando…',
  invalidTitle: (count) => say(count, { 1: 'Verifique um item', other: 'Verifique alguns itens' }),
  invalid: {
    email: 'Digite um endereço de e-mail, como nome@example.com.',
    address: 'Complete seu endereço de cobrança.',
    payment: 'Complete seus dados de pagamento.',
  },
};
