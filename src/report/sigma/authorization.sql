-- Authorization rate, as Stripe defines it: succeeded / (succeeded + failed) over all PaymentIntents of the period.
-- Retries count once, the customer's and those that Stripe makes itself: attempts has every charge, several of one payment
-- where it was tried again. What Stripe blocked and challenges that were not passed are outside of the rate. One row for the
-- account, one per variant, one for payments of something else (elsewhere), one for those that nothing links to a
-- session (unjoined: a guest's declined payment of a subscription). Above 1 % of these, do not compare the variants.
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
attempts as (
  select
    charges.payment_intent,
    charges.created,
    charges.amount,
    charges.currency,
    charges.status,
    charges.outcome_type,
    coalesce(charges.outcome_reason, charges.failure_code, 'unknown') as reason,
    row_number() over (
      partition by charges.payment_intent
      order by charges.created desc, case when charges.status = 'succeeded' then 0 else 1 end
    ) as from_last
  from charges
),
payments as (
  -- Every PaymentIntent of the period, counted once by its latest charge.
  select
    payment_intents.id,
    payment_intents.created,
    payment_intents.customer_id,
    payment_intents.invoice_id,
    case
      when attempts.status = 'succeeded' then 'succeeded'
      when attempts.status = 'pending' then 'pending'
      when attempts.status = 'failed' and attempts.outcome_type = 'blocked' then 'blocked'
      when attempts.status = 'failed' then 'failed'
      when payment_intents.status = 'processing' then 'pending'
      when payment_intents.status = 'requires_action' then 'challenged'
      when payment_intents.last_payment_error_type = 'invalid_request_error' then 'challenged'
      else 'unattempted'
    end as outcome
  from payment_intents
  cross join params
  left join attempts on attempts.payment_intent = payment_intents.id and attempts.from_last = 1
  where payment_intents.created >= params.exposed_from
    and payment_intents.created < params.exposed_until
),
labels as (
  -- What our own checkout wrote on one-time payments; payments of subscriptions carry nothing.
  select
    labeled.payment_intent_id,
    max(case when labeled.key = 'billing_experiment' then labeled.value end) as experiment,
    max(case when labeled.key = 'billing_variant' then labeled.value end) as variant
  from payment_intents_metadata as labeled
  where labeled.key in ('billing_owner', 'billing_experiment', 'billing_variant')
  group by labeled.payment_intent_id
),
by_session as (
  select
    sessions.payment_intent_id as payment_intent,
    sessions.variant
  from sessions
  where sessions.payment_intent_id is not null
  union
  select
    payments.id as payment_intent,
    sessions.variant
  from payments
  inner join sessions on sessions.invoice_id = payments.invoice_id
),
elsewhere as (
  select distinct checkout_sessions.payment_intent_id as payment_intent
  from checkout_sessions
  left join sessions on sessions.id = checkout_sessions.id
  where checkout_sessions.payment_intent_id is not null
    and sessions.id is null
),
by_customer as (
  -- Who had a session of exactly one variant at the time; a session lives for a day at most.
  select
    payments.id as payment_intent,
    count(distinct sessions.variant) as variants,
    min(sessions.variant) as variant
  from payments
  inner join sessions
    on sessions.customer_id = payments.customer_id
    and payments.created >= sessions.created
    and payments.created <= sessions.created + interval '1' day
  group by payments.id
),
owned as (
  select
    payments.id,
    payments.created,
    payments.outcome,
    case
      when labels.variant is not null and labels.experiment = params.experiment then 'variant'
      when labels.variant is not null then 'elsewhere'
      when by_session.variant is not null then 'variant'
      when labels.payment_intent_id is not null or elsewhere.payment_intent is not null then 'elsewhere'
      when payments.customer_id is null then 'unjoined'
      when by_customer.variants is null then 'elsewhere'
      when by_customer.variants = 1 then 'variant'
      else 'unjoined'
    end as owner,
    coalesce(labels.variant, by_session.variant, by_customer.variant) as variant
  from payments
  cross join params
  left join labels on labels.payment_intent_id = payments.id
  left join by_session on by_session.payment_intent = payments.id
  left join elsewhere on elsewhere.payment_intent = payments.id
  left join by_customer on by_customer.payment_intent = payments.id
),
tries as (
  select
    charges.payment_intent,
    count(*) as charged
  from charges
  group by charges.payment_intent
),
scoped as (
  select
    'account' as scope,
    '' as variant,
    owned.outcome,
    coalesce(tries.charged, 0) as tries
  from owned
  left join tries on tries.payment_intent = owned.id
  union all
  select
    owned.owner as scope,
    case when owned.owner = 'variant' then owned.variant else '' end as variant,
    owned.outcome,
    coalesce(tries.charged, 0) as tries
  from owned
  left join tries on tries.payment_intent = owned.id
)
select
  scoped.scope,
  scoped.variant,
  count_if(scoped.outcome = 'succeeded') as succeeded,
  count_if(scoped.outcome = 'failed') as failed,
  count_if(scoped.outcome = 'blocked') as blocked,
  count_if(scoped.outcome = 'challenged') as challenged,
  count_if(scoped.outcome = 'unattempted') as unattempted,
  count_if(scoped.outcome = 'pending') as pending,
  cast(sum(scoped.tries) as bigint) as attempts,
  cast(count_if(scoped.outcome = 'succeeded') as double)
    / nullif(count_if(scoped.outcome in ('succeeded', 'failed')), 0) as rate
from scoped
cross join params
group by scoped.scope, scoped.variant, params.control
order by
  case scoped.scope when 'account' then 0 when 'variant' then 1 when 'elsewhere' then 2 else 3 end,
  case when scoped.variant = params.control then 0 else 1 end,
  scoped.variant
