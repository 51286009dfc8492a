/** The whole backend of a shop that sells seats: this is all a merchant writes. */
import { createCheckoutServer, toNodeListener } from '../../dist/server/index.js';

export function createShop({ stripe, origins, customer, webhookSecret, hooks, events, endpoint, features }) {
  return createCheckoutServer({
    stripe,
    origins,
    customer,
    prices: {
      pro_monthly: { quantity: { min: 1, max: 500 } },
      pro_monthly_trial: { quantity: { min: 1, max: 500 }, trialDays: 14 },
      pro_yearly: { quantity: { min: 1, max: 500 } },
      pro_monthly_jpy: { quantity: { min: 1, max: 500 } },
      pro_monthly_kwd: { quantity: { min: 1, max: 500 } },
      team_monthly: { quantity: { min: 1, max: 500 }, promotionCodes: true },
      business_monthly: {
        quantity: { min: 1, max: 500 },
        automaticTax: true,
        company: 'optional',
        taxId: 'optional',
        purchaseOrder: 'optional',
      },
      // By card, or by an invoice that is due some days later.
      business_yearly: {
        quantity: { min: 1, max: 500 },
        multiple: true,
        company: 'optional',
        purchaseOrder: 'optional',
        promotionCodes: true,
        payByInvoice: true,
        netDays: 30,
      },
      // The same in euros: Stripe adds the tax of where the customer is, to either.
      business_yearly_eur: {
        quantity: { min: 1, max: 500 },
        multiple: true,
        company: 'optional',
        taxId: 'optional',
        purchaseOrder: 'optional',
        automaticTax: true,
        payByInvoice: true,
        netDays: 30,
      },
      data_migration: { multiple: true, payByInvoice: true, netDays: 14 },
      // Sells to a few countries, to streets only, under terms.
      studio_monthly: {
        quantity: { min: 2, max: 50 },
        countries: ['AT', 'CH', 'DE', 'FR', 'GB', 'US'],
        poBoxes: false,
        termsUrl: 'https://example.com/terms',
        company: 'optional',
        taxId: 'optional',
      },
      team_onboarding: { multiple: true },
      team_onboarding_bank: { multiple: true, paymentMethods: ['card', 'us_bank_account'] },
      team_yearly_bank: { quantity: { min: 1, max: 500 }, paymentMethods: ['card', 'us_bank_account'] },
      team_onboarding_eur: { multiple: true, paymentMethods: ['card', 'ideal'] },
      team_monthly_eur: { quantity: { min: 1, max: 500 }, paymentMethods: ['card', 'sepa_debit'] },
      // Whoever buys this has their card kept, and reads so.
      team_training: { multiple: true, savePayment: 'always' },
      // Sold to companies only: the name goes with the address.
      business_training: { multiple: true, companyAddress: true },
    },
    features: { removeSaved: true, ...features },
    ...(endpoint && { endpoint }),
    hooks,
    // Funnel events of pages that say `send-events`: here, a line each in a file per process and day.
    ...(events && { events }),
    ...(webhookSecret && { webhookSecret }),
  });
}

/** The same for servers of Node. */
export const createBackend = (options) => toNodeListener(createShop(options));
