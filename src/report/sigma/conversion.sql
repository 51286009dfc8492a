-- Conversion by variant: units, conversions within the window, rate with Wilson's 95 % interval, relative lift over
-- the control. One row per variant, the control first.
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
    count(distinct counted.unit) as units,
    count(distinct completions.unit) as conversions
  from counted
  left join completions on completions.unit = counted.unit
  group by counted.variant
),
rates as (
  -- 3.84… is the square of 1.96, the normal quantile of 95 %.
  select
    arms.variant,
    arms.units,
    arms.conversions,
    cast(arms.conversions as double) / arms.units as rate,
    cast(3.8414588206941254 as double) / arms.units as z
  from arms
),
intervals as (
  select
    rates.variant,
    rates.units,
    rates.conversions,
    rates.rate,
    rates.z,
    rates.rate + rates.z / 2 as middle,
    sqrt(rates.z * rates.rate * (1 - rates.rate) + rates.z * rates.z / 4) as half
  from rates
)
select
  intervals.variant,
  intervals.units,
  intervals.conversions,
  intervals.rate,
  (intervals.middle - intervals.half) / (1 + intervals.z) as rate_low,
  (intervals.middle + intervals.half) / (1 + intervals.z) as rate_high,
  case when intervals.variant = params.control then null else intervals.rate / nullif(control.rate, 0) - 1 end as lift
from intervals
cross join params
left join intervals as control on control.variant = params.control
order by case when intervals.variant = params.control then 0 else 1 end, intervals.variant
