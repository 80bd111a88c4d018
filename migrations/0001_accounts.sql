-- Accounts, their events, postings and audit. Everything of an account is keyed by (account_id,
-- ...): see docs/decisions/0003.

create table ledger_account (
  code text primary key,
  grows_by text not null check (grows_by in ('debit', 'credit'))
);
comment on table ledger_account is 'reference';
insert into ledger_account (code, grows_by) values
  ('cash', 'debit'), ('principal', 'debit'), ('interestReceivable', 'debit'),
  ('lateChargesReceivable', 'debit'), ('feesReceivable', 'debit'),
  ('interestIncome', 'credit'), ('lateChargeIncome', 'credit'), ('feeIncome', 'credit'),
  ('suspense', 'credit'), ('boarding', 'credit'), ('writeOff', 'debit');

create table rule_version (
  id uuid primary key,
  name text not null,
  kind text not null,
  effective_from date not null,
  body jsonb not null,
  digest text not null,
  citation text not null default '',
  recorded_at timestamptz not null,
  unique (name, kind, digest)
);
comment on table rule_version is 'reference';

create table business_date (
  only_row boolean primary key default true check (only_row),
  on_date date not null,
  closed_through date not null,
  changed_at timestamptz not null
);
comment on table business_date is 'local';

create table directory (
  kind text not null,
  key_hash bytea not null check (octet_length(key_hash) = 32),
  account_id uuid not null,
  primary key (kind, key_hash)
);
comment on table directory is 'local';

create table account (
  account_id uuid primary key,
  account_number text not null,
  product text not null check (product in ('loan', 'lease')),
  source text not null,
  status text not null check (status in ('open', 'closed')),
  -- Heads of the account's two hash chains: how many rows there are, and a keyed seal over them
  -- that nobody can make without the keys, so that rows missing at the end are noticed too.
  event_count integer not null check (event_count >= 0),
  event_seal bytea not null check (octet_length(event_seal) = 32),
  audit_count integer not null check (audit_count >= 0),
  audit_seal bytea not null check (octet_length(audit_seal) = 32),
  -- Derived from the events, rewritten with each of them.
  last_effective_date date not null,
  review_on date,
  boarded_at timestamptz not null
);
comment on table account is 'distributed';
create index account_review on account (review_on) where review_on is not null;

create table vehicle (
  account_id uuid not null references account,
  id uuid not null,
  vin text,
  model_year integer,
  make text not null,
  model text not null,
  primary key (account_id, id)
);
comment on table vehicle is 'distributed';

create table obligor (
  account_id uuid not null references account,
  id uuid not null,
  role text not null check (role in ('primary', 'co')),
  locale text not null,
  -- Names, identity number and contacts, sealed; the proof seals what registration asks for.
  sealed bytea not null,
  proof bytea not null check (octet_length(proof) = 32),
  primary key (account_id, id)
);
comment on table obligor is 'distributed';

create table account_event (
  account_id uuid not null references account,
  seq integer not null check (seq > 0),
  id uuid not null,
  effective_date date not null,
  posted_at timestamptz not null,
  kind text not null,
  payload jsonb not null,
  rule_version text not null,
  seal bytea not null check (octet_length(seal) = 32),
  primary key (account_id, seq),
  unique (account_id, id)
);
comment on table account_event is 'distributed';

create table posting (
  account_id uuid not null references account,
  id uuid not null,
  event_id uuid not null,
  -- The event whose recording wrote this row; differs from event_id when an older event was
  -- replayed.
  recorded_by uuid not null,
  line integer not null,
  effective_date date not null,
  posted_at timestamptz not null,
  debit text not null references ledger_account,
  credit text not null references ledger_account,
  amount bigint not null check (amount > 0),
  is_reversal boolean not null,
  primary key (account_id, id),
  check (debit <> credit),
  unique (account_id, recorded_by, line),
  foreign key (account_id, event_id) references account_event (account_id, id),
  foreign key (account_id, recorded_by) references account_event (account_id, id)
);
comment on table posting is 'distributed';

create table account_audit (
  account_id uuid not null references account,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  request_id text not null,
  actor_kind text not null check (actor_kind in ('obligor', 'staff', 'system')),
  actor_id text not null,
  action text not null,
  details jsonb not null,
  seal bytea not null check (octet_length(seal) = 32),
  primary key (account_id, seq)
);
comment on table account_audit is 'distributed';
