-- A bank account is verified before anything is taken from it (Nacha: account validation of WEB
-- debits). Whoever adds one says in which state it is.

alter table funding_account
  alter column state drop default,
  add column nickname text check (length(nickname) between 1 and 40),
  add column is_default boolean not null default false,
  -- Keyed hash of routing and account number, so that one number is known again. Null: added by an
  -- earlier release.
  add column number_hash bytea check (octet_length(number_hash) = 32);
-- Nobody has verified what an earlier release took in.
update funding_account set state = 'unverified' where state = 'verified' and verified_at is null;
update funding_account f set is_default = true where f.removed_at is null and not exists (
  select 1 from funding_account other
  where other.account_id = f.account_id and other.obligor_id = f.obligor_id
    and other.removed_at is null and (other.added_at, other.id) < (f.added_at, f.id)
);
alter table funding_account
  add constraint funding_account_verified
    check ((state = 'verified') <= (verified_at is not null));
alter table funding_account
  -- One default for each obligor, and each number once, among those that are not removed.
  add column default_of uuid generated always as
    (case when is_default and removed_at is null then obligor_id end) stored,
  add column live_number_hash bytea generated always as
    (case when removed_at is null then number_hash end) stored,
  add constraint funding_account_default unique (account_id, default_of),
  add constraint funding_account_number unique (account_id, obligor_id, live_number_hash);
create index funding_account_stopped on funding_account (number_hash) where state = 'stopped';

-- One attempt to verify a bank account: a prenote, or two deposits whose amounts the owner types.
create table funding_check (
  account_id uuid not null references account,
  id uuid not null,
  funding_account_id uuid not null,
  method text not null check (method in ('prenote', 'microDeposits')),
  -- withdrawn: the bank account was removed before it came to an end.
  state text not null check (state in ('open', 'passed', 'failed', 'withdrawn')),
  -- A return's code, or a word of ours.
  reason text,
  -- The business date it began, and the banking day at whose cutoff its entries go.
  started_on date not null,
  send_on date not null,
  -- The banking day its entries settle: as expected, then as the file says.
  settles_on date not null,
  entry_id uuid not null,
  second_entry_id uuid,
  -- The two amounts; null for a prenote.
  sealed bytea,
  tries integer not null default 0 check (tries between 0 and 3),
  -- Of the form of the last try: sent twice, it counts once.
  last_try_key text,
  -- When the owner was told that the deposits should be there.
  told_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- One at a time for a bank account.
  open_for uuid generated always as
    (case when state = 'open' then funding_account_id end) stored,
  primary key (account_id, id),
  unique (account_id, open_for),
  check ((method = 'microDeposits') = (sealed is not null)),
  check ((method = 'microDeposits') = (second_entry_id is not null)),
  check ((state in ('failed', 'withdrawn')) = (reason is not null)),
  check (started_on <= send_on and send_on < settles_on),
  foreign key (account_id, funding_account_id) references funding_account (account_id, id)
);
comment on table funding_check is 'distributed';
create index funding_check_open on funding_check (account_id, id) where state = 'open';
create index funding_check_passed on funding_check (settles_on) where state = 'passed';

grant select, insert, update on funding_check to keyturn_app;
