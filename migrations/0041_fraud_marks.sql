-- Numbers of bank accounts that are marked for fraud: nothing is taken from them, and nobody adds
-- them. A number is kept as its keyed hash alone.

create table fraud_mark (
  id uuid primary key,
  -- As funding_account.number_hash.
  number_hash bytea not null check (octet_length(number_hash) = 32),
  reason text not null check (length(reason) between 1 and 1000),
  set_by uuid not null references staff,
  set_at timestamptz not null,
  -- The form it came with: sent twice, it is one mark.
  form_key uuid not null unique,
  lifted_by uuid references staff,
  lifted_at timestamptz,
  lifted_reason text check (length(lifted_reason) between 1 and 1000),
  -- One mark of a number at a time.
  hash_in_force bytea generated always as
    (case when lifted_at is null then number_hash end) stored unique,
  check ((lifted_by is null) = (lifted_at is null)),
  check ((lifted_by is null) = (lifted_reason is null))
);
comment on table fraud_mark is 'local';
create index fraud_mark_newest on fraud_mark (set_at);

-- The bank accounts that a mark met, and how each stood before: what a lift gives back.
create table fraud_mark_account (
  account_id uuid not null references account,
  mark_id uuid not null,
  funding_account_id uuid not null,
  state_before text not null
    check (state_before in ('unverified', 'checking', 'verified', 'failed', 'stopped')),
  reason_before text,
  met_at timestamptz not null,
  primary key (account_id, mark_id, funding_account_id),
  foreign key (account_id, funding_account_id) references funding_account (account_id, id)
);
comment on table fraud_mark_account is 'distributed';
create index fraud_mark_account_mark on fraud_mark_account (mark_id);

-- Where a number is, on whichever account; those without a hash are looked into one by one.
create index funding_account_number_hash on funding_account (number_hash);
create index funding_account_unhashed on funding_account (account_id, id)
  where number_hash is null;

grant select, insert on fraud_mark, fraud_mark_account to keyturn_app;
grant update (lifted_by, lifted_at, lifted_reason) on fraud_mark to keyturn_app;
