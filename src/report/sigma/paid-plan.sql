-- Paid plan: which prices the subscriptions begun within the window are on, by variant, with units and seats. Amounts
-- are list prices in minor units. One-time payments are in revenue.sql only: Sigma has no lines of sessions.
with params as (
  -- Parameters: change them here. In Sigma `as_of` may be `data_load_time`.
  select
    'pages' as experiment,
    'two-page' as control,
    timestamp '2026-10-01 00:00:00' as exposed_from,
    timestamp '2026-11-01 00:00:00' as exposed_until,
    timestamp '2026-11-22 00:00:00' as as_of,
    interval '7' day as conversion_window
  -- End of the parameters.
),
sessions as (
  -- client_reference_id is bc1.<experiment>.<variant>.<unit>.
  select
    checkout_sessions.id,
    checkout_sessions.created,
    checkout_sessions.status,
    checkout_sessions.currency,
    checkout_sessions.customer_id,
    checkout_sessions.payment_intent_id,
    checkout_sessions.invoice_id,
    checkout_sessions.subscription_id,
    split_part(checkout_sessions.client_reference_id, '.', 3) as variant,
    split_part(checkout_sessions.client_reference_id, '.', 4) as unit
  from checkout_sessions
  cross join params
  where split_part(checkout_sessions.client_reference_id, '.', 1) = 'bc1'
    and split_part(checkout_sessions.client_reference_id, '.', 2) = params.experiment
    and split_part(checkout_sessions.client_reference_id, '.', 4) <> ''
    and checkout_sessions.created >= params.exposed_from
    and checkout_sessions.created < params.exposed_until + params.conversion_window + interval '1' day
),
exposures as (
  -- One row per unit: its first session. Units seen in two variants and those exposed too lately do not count.
  select
    sessions.unit,
    min_by(sessions.variant, sessions.created) as variant,
    min_by(sessions.currency, sessions.created) as currency,
    min(sessions.created) as exposed_at
  from sessions
  group by sessions.unit
  having count(distinct sessions.variant) = 1
),
counted as (
  select
    exposures.unit,
    exposures.variant,
    exposures.currency,
    exposures.exposed_at
  from exposures
  cross join params
  where exposures.exposed_at < params.exposed_until
    and exposures.exposed_at + params.conversion_window <= params.as_of
),
charged as (
  select
    charges.payment_intent,
    max(charges.created) as charged_at,
    sum(case when charges.status = 'succeeded' then charges.amount else 0 end) as amount
  from charges
  group by charges.payment_intent
),
completions as (
  -- Sessions completed within the window, and what they brought.
  select
    counted.unit,
    sessions.id,
    sessions.subscription_id,
    sessions.currency,
    coalesce(invoices.amount_paid, charged.amount, 0) as amount
  from counted
  cross join params
  inner join sessions on sessions.unit = counted.unit
  left join invoices on invoices.id = sessions.invoice_id
  left join charged on charged.payment_intent = sessions.payment_intent_id
  where sessions.status = 'complete'
    and coalesce(invoices.date, charged.charged_at, sessions.created) <= counted.exposed_at + params.conversion_window
),
arms as (
  select
    counted.variant,
    count(*) as units
  from counted
  group by counted.variant
),
plans as (
  select
    counted.variant,
    subscription_items.price_id,
    min(subscription_items.price_nickname) as price_nickname,
    min(subscription_items.price_recurring_interval) as price_interval,
    min(subscription_items.price_currency) as currency,
    count(distinct counted.unit) as subscribed_units,
    sum(subscription_items.quantity) as seats,
    sum(subscription_items.quantity * subscription_items.price_unit_amount) as amount_per_interval
  from counted
  inner join completions on completions.unit = counted.unit
  inner join subscription_items on subscription_items.subscription_id = completions.subscription_id
  group by counted.variant, subscription_items.price_id
)
select
  plans.variant,
  plans.price_id,
  plans.price_nickname,
  plans.price_interval,
  plans.currency,
  plans.subscribed_units,
  cast(plans.subscribed_units as double) / arms.units as share_of_units,
  cast(plans.seats as bigint) as seats,
  cast(plans.seats as double) / plans.subscribed_units as seats_per_unit,
  cast(plans.amount_per_interval as bigint) as amount_per_interval
from plans
inner join arms on arms.variant = plans.variant
cross join params
order by
  case when plans.variant = params.control then 0 else 1 end,
  plans.variant,
  plans.subscribed_units desc,
  plans.price_id
