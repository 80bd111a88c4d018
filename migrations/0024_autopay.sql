-- Autopay: what an obligor allows us to take again and again, each change of it with its reason, and
-- what was decided for each day.

create table autopay (
  account_id uuid not null references account,
  id uuid not null,
  obligor_id uuid not null,
  funding_account_id uuid not null,
  -- Amount, day, begin and end, as domain/autopay has them.
  terms jsonb not null,
  state text not null check (state in ('active', 'paused', 'needsAttention', 'ended')),
  -- The event that led to the state.
  state_reason text not null,
  authorization_text text not null,
  authorized_at timestamptz not null,
  -- The next business day after whose close there is something to decide; null: none foreseen.
  review_on date,
  idempotency_key text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Two at once would take an installment twice.
  is_on boolean generated always as (case when state = 'ended' then null else true end) stored,
  primary key (account_id, id),
  unique (account_id, idempotency_key),
  unique (account_id, is_on),
  check (state <> 'ended' or review_on is null),
  foreign key (account_id, obligor_id) references obligor (account_id, id),
  foreign key (account_id, funding_account_id) references funding_account (account_id, id)
);
comment on table autopay is 'distributed';
create index autopay_review on autopay (review_on, account_id) where review_on is not null;

create table autopay_change (
  account_id uuid not null references account,
  autopay_id uuid not null,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  -- null: it was not there before.
  from_state text check (from_state in ('active', 'paused', 'needsAttention', 'ended')),
  to_state text not null check (to_state in ('active', 'paused', 'needsAttention', 'ended')),
  reason text not null,
  actor_kind text not null check (actor_kind in ('obligor', 'staff', 'system', 'bank')),
  actor_id text not null,
  -- Return code, payment, days: what the reason is about.
  details jsonb not null,
  -- A form that is sent twice changes once.
  idempotency_key text,
  primary key (account_id, autopay_id, seq),
  unique (account_id, idempotency_key),
  foreign key (account_id, autopay_id) references autopay (account_id, id)
);
comment on table autopay_change is 'distributed';

alter table payment
  add column autopay_id uuid,
  add constraint payment_of_autopay foreign key (account_id, autopay_id)
    references autopay (account_id, id);

create table autopay_debit (
  account_id uuid not null references account,
  id uuid not null,
  autopay_id uuid not null,
  -- The day it was to count, and the installment it is for.
  day date not null,
  installment integer not null check (installment > 0),
  -- made: a payment of it was set. skipped: nothing is taken, reasons say why. replaced: that no
  -- longer holds, and the day is open again.
  state text not null check (state in ('made', 'skipped', 'replaced')),
  reasons jsonb not null,
  -- As it was announced: no more is taken without another notice (12 CFR 1005.10(d)).
  amount bigint not null check (amount >= 0),
  payment_id uuid,
  decided_at timestamptz not null,
  changed_at timestamptz not null,
  -- However often the close of a day runs, one day is decided on once.
  stands boolean generated always as (case when state = 'replaced' then null else true end) stored,
  primary key (account_id, id),
  unique (account_id, autopay_id, day, stands),
  check ((payment_id is null) = (amount = 0)),
  check (state <> 'made' or payment_id is not null),
  check (state <> 'skipped' or payment_id is null),
  foreign key (account_id, autopay_id) references autopay (account_id, id),
  foreign key (account_id, payment_id) references payment (account_id, id)
);
comment on table autopay_debit is 'distributed';

grant select, insert, update on autopay, autopay_debit to keyturn_app;
grant select, insert on autopay_change to keyturn_app;
