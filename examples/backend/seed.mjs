/** Makes the catalog, promotion codes and a known customer, in the local Stripe or in a test account. Run it as often as you like. */

const PRO = { name: 'Pro', unit_label: 'seat' };
const TEAM = { name: 'Team', unit_label: 'seat' };
const BUSINESS = { name: 'Business', unit_label: 'seat' };
const STUDIO = { name: 'Studio', unit_label: 'seat' };
const TRAINING = { name: 'Team training' };
const ONBOARDING = { name: 'Team onboarding' };
const MIGRATION = { name: 'Data migration' };

const CATALOG = [
  { lookup_key: 'pro_monthly', product: PRO, unit_amount: 875, currency: 'usd', recurring: { interval: 'month' } },
  {
    lookup_key: 'pro_monthly_trial',
    product: PRO,
    unit_amount: 875,
    currency: 'usd',
    recurring: { interval: 'month' },
  },
  { lookup_key: 'pro_yearly', product: PRO, unit_amount: 8700, currency: 'usd', recurring: { interval: 'year' } },
  { lookup_key: 'pro_monthly_jpy', product: PRO, unit_amount: 1200, currency: 'jpy', recurring: { interval: 'month' } },
  { lookup_key: 'pro_monthly_kwd', product: PRO, unit_amount: 2700, currency: 'kwd', recurring: { interval: 'month' } },
  { lookup_key: 'team_monthly', product: TEAM, unit_amount: 1250, currency: 'usd', recurring: { interval: 'month' } },
  {
    lookup_key: 'business_monthly',
    product: BUSINESS,
    unit_amount: 2000,
    currency: 'eur',
    recurring: { interval: 'month' },
  },
  {
    lookup_key: 'business_yearly',
    product: BUSINESS,
    unit_amount: 21600,
    currency: 'usd',
    recurring: { interval: 'year' },
  },
  {
    lookup_key: 'business_yearly_eur',
    product: BUSINESS,
    unit_amount: 20000,
    currency: 'eur',
    recurring: { interval: 'year' },
  },
  {
    lookup_key: 'studio_monthly',
    product: STUDIO,
    unit_amount: 1500,
    currency: 'eur',
    recurring: { interval: 'month' },
  },
  { lookup_key: 'data_migration', product: MIGRATION, unit_amount: 149900, currency: 'usd' },
  { lookup_key: 'team_training', product: TRAINING, unit_amount: 19900, currency: 'usd' },
  { lookup_key: 'business_training', product: TRAINING, unit_amount: 49900, currency: 'usd' },
  { lookup_key: 'team_onboarding', product: ONBOARDING, unit_amount: 49900, currency: 'usd' },
  { lookup_key: 'team_onboarding_bank', product: ONBOARDING, unit_amount: 49900, currency: 'usd' },
  { lookup_key: 'team_onboarding_eur', product: ONBOARDING, unit_amount: 45900, currency: 'eur' },
  {
    lookup_key: 'team_yearly_bank',
    product: TEAM,
    unit_amount: 12500,
    currency: 'usd',
    recurring: { interval: 'year' },
  },
  {
    lookup_key: 'team_monthly_eur',
    product: TEAM,
    unit_amount: 1150,
    currency: 'eur',
    recurring: { interval: 'month' },
  },
];

/** One that works, one that has expired a moment after it is made, one that works once. */
const CODES = [
  { code: 'SPRING20', coupon: { name: 'Spring offer', percent_off: 20, duration: 'repeating', duration_in_months: 3 } },
  { code: 'LASTYEAR', coupon: { name: 'Last year', percent_off: 50 }, seconds: 2 },
  { code: 'FIRSTONE', coupon: { name: 'First come', percent_off: 10, duration: 'forever' }, max_redemptions: 1 },
];

/** Comes back with two saved cards; for pages about them. */
const GRACE = { name: 'Grace Hopper', email: 'grace.hopper@example.com' };
const SAVED = ['pm_card_visa', 'pm_card_mastercard'];

const ADA = { name: 'Ada Lovelace', email: 'ada@example.com' };

const EVENTS = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'setup_intent.succeeded',
  'customer.subscription.created',
  'customer.subscription.trial_will_end',
  'customer.subscription.deleted',
  'invoice.paid',
  'invoice.payment_failed',
  'invoice.payment_action_required',
  'payment_method.automatically_updated',
];

/** Stripe takes ten lookup keys at a time. */
async function findPrices(stripe, keys) {
  const found = [];
  for (let from = 0; from < keys.length; from += 10) {
    const lookup_keys = keys.slice(from, from + 10);
    found.push(...(await stripe.prices.list({ lookup_keys, active: true, limit: 10 })).data);
  }
  return found;
}

async function seedPrices(stripe) {
  const present = await findPrices(
    stripe,
    CATALOG.map((price) => price.lookup_key),
  );
  const products = new Map();
  for (const { lookup_key, product } of CATALOG) {
    const price = present.find((candidate) => candidate.lookup_key === lookup_key);
    if (price) products.set(product, price.product);
  }
  for (const { product, ...price } of CATALOG) {
    if (present.some((candidate) => candidate.lookup_key === price.lookup_key)) continue;
    if (!products.has(product)) products.set(product, (await stripe.products.create(product)).id);
    await stripe.prices.create({ ...price, product: products.get(product) });
  }
}

async function seedCodes(stripe) {
  for (const { code, coupon, seconds, ...limits } of CODES) {
    if ((await stripe.promotionCodes.list({ code, limit: 1 })).data.length > 0) continue;
    const { id, created } = await stripe.coupons.create(coupon);
    await stripe.promotionCodes.create({
      code,
      promotion: { type: 'coupon', coupon: id },
      ...(seconds && { expires_at: created + seconds }),
      ...limits,
    });
  }
}

async function seedCustomer(stripe) {
  const { data } = await stripe.customers.list({ email: ADA.email, limit: 1 });
  return data[0]?.id ?? (await stripe.customers.create(ADA)).id;
}

async function seedReturning(stripe) {
  const { data } = await stripe.customers.list({ email: GRACE.email, limit: 1 });
  if (data[0]) return data[0].id;
  const { id } = await stripe.customers.create(GRACE);
  for (const card of SAVED) {
    const method = await stripe.paymentMethods.attach(card, { customer: id });
    await stripe.paymentMethods.update(method.id, { allow_redisplay: 'always' });
  }
  return id;
}

/** Resolves to the known customers' ids, and the secret of a webhook endpoint when one was asked for. */
export async function seed(stripe, { webhookUrl } = {}) {
  await seedPrices(stripe);
  await seedCodes(stripe);
  const customer = await seedCustomer(stripe);
  const returning = await seedReturning(stripe);
  if (!webhookUrl) return { customer, returning };
  const endpoint = await stripe.webhookEndpoints.create({ url: webhookUrl, enabled_events: EVENTS });
  return { customer, returning, webhookSecret: endpoint.secret };
}
