-- Sample ratio: whether units arrived in the shares meant. Chi-squared goodness of fit; `failed` below p = 0.001, and
-- then no other figure of the experiment holds. One row per variant.
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
meant as (
  -- Parameters, too: the share of each variant. They sum to one.
  select 'two-page' as variant, cast(0.5 as double) as share
  union all
  select 'one-page' as variant, cast(0.5 as double) as share
  -- End of the shares.
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
arms as (
  select
    counted.variant,
    count(*) as units
  from counted
  group by counted.variant
),
compared as (
  select
    coalesce(meant.variant, arms.variant) as variant,
    coalesce(arms.units, 0) as units,
    meant.share,
    sum(coalesce(arms.units, 0)) over () as all_units
  from meant
  full outer join arms on arms.variant = meant.variant
),
summed as (
  select
    sum((compared.units - compared.share * compared.all_units) * (compared.units - compared.share * compared.all_units)
      / nullif(compared.share * compared.all_units, 0)) as chi_squared,
    count(compared.share) - 1 as degrees,
    sum(case when compared.share is null then 1 else 0 end) as undeclared
  from compared
),
bounds as (
  -- Quantiles of the chi-squared distribution at 0.999, by degrees of freedom.
  select 1 as degrees, cast(10.827566170662733 as double) as bound
  union all select 2, 13.815510557964274
  union all select 3, 16.266236196238129
  union all select 4, 18.466826952903151
  union all select 5, 20.515005652432873
  union all select 6, 22.457744484825323
  union all select 7, 24.321886347856854
  union all select 8, 26.124481558376136
  union all select 9, 27.877164871256568
)
select
  compared.variant,
  cast(compared.units as bigint) as units,
  compared.share * compared.all_units as expected,
  summed.chi_squared,
  summed.degrees,
  bounds.bound,
  case
    when summed.undeclared > 0 then true
    when bounds.bound is null then null
    else summed.chi_squared > bounds.bound
  end as failed
from compared
cross join summed
left join bounds on bounds.degrees = summed.degrees
cross join params
order by case when compared.variant = params.control then 0 else 1 end, compared.variant
