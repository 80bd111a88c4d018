-- "My dealer is paying": a payoff that somebody said will come, and what became of it.
create table intended_payoff (
  account_id uuid not null references account,
  id uuid not null,
  -- Whose link it came by, or who said it.
  obligor_id uuid not null,
  -- Null: the obligor said it.
  link_id uuid,
  payer text not null check (length(payer) between 1 and 80),
  amount bigint not null check (amount > 0),
  expected_on date not null,
  stated_at timestamptz not null,
  -- How many events the account had then: whatever arrives comes after.
  event_count integer not null check (event_count > 0),
  -- short: money came, and less than the payoff.
  state text not null
    check (state in ('expected', 'late', 'short', 'arrived', 'withdrawn', 'replaced')),
  changed_at timestamptz not null,
  -- The payer's e-mail address and language, sealed, where they wanted to be told; gone at the end.
  sealed bytea,
  -- The money that came for it, and what is missing after it.
  arrived bigint check (arrived > 0),
  arrived_on date,
  missing bigint check (missing > 0),
  form_hash bytea not null check (octet_length(form_hash) = 32),
  -- Waited for: one at a time.
  is_open boolean generated always as
    (case when state in ('expected', 'late', 'short') then true end) stored,
  primary key (account_id, id),
  unique (account_id, form_hash),
  unique (account_id, is_open),
  check ((arrived is null) = (arrived_on is null)),
  check ((missing is null) = (state <> 'short')),
  check (sealed is null or state in ('expected', 'late', 'short')),
  foreign key (account_id, obligor_id) references obligor (account_id, id),
  foreign key (account_id, link_id) references payoff_link (account_id, id)
);
comment on table intended_payoff is 'distributed';
create index intended_payoff_open on intended_payoff (account_id)
  where state in ('expected', 'late', 'short');

grant select, insert on intended_payoff to keyturn_app;
grant update (state, changed_at, sealed, arrived, arrived_on, missing) on intended_payoff
  to keyturn_app;
