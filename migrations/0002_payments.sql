-- Payoff quotes, obligors' payments, the bank accounts they pay from, and messages.

create table payoff_quote (
  account_id uuid not null references account,
  id uuid not null,
  number text not null,
  obligor_id uuid,
  on_date date not null,
  good_through date not null,
  total bigint not null check (total >= 0),
  -- The account as it stood: its number of events. A later event that changes the total
  -- supersedes the quote.
  event_count integer not null,
  body jsonb not null,
  state text not null check (state in ('open', 'superseded', 'expired', 'used')),
  created_at timestamptz not null,
  primary key (account_id, id)
);
comment on table payoff_quote is 'distributed';
create index payoff_quote_open on payoff_quote (good_through) where state = 'open';

create table funding_account (
  account_id uuid not null references account,
  id uuid not null,
  obligor_id uuid not null,
  kind text not null check (kind in ('checking', 'savings')),
  bank_name text not null,
  last_four text not null check (last_four ~ '^[0-9]{4}$'),
  sealed bytea not null,
  idempotency_key text not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (account_id, id),
  unique (account_id, idempotency_key),
  foreign key (account_id, obligor_id) references obligor (account_id, id)
);
comment on table funding_account is 'distributed';

create table payment (
  account_id uuid not null references account,
  id uuid not null,
  confirmation text not null,
  obligor_id uuid not null,
  funding_account_id uuid not null,
  amount bigint not null check (amount > 0),
  choice text not null check (choice in ('due', 'duePlusExtra', 'payoff', 'other')),
  extra text not null check (extra in ('principal', 'installments')),
  extra_amount bigint check (extra_amount >= 0),
  to_charges bigint not null check (to_charges >= 0),
  quote_id uuid,
  -- When it counts, when it leaves the bank, when it is past the waiting time for returns.
  effective_date date not null,
  withdrawn_date date not null,
  cleared_date date not null,
  returnable_until date not null,
  state text not null check (state in ('scheduled', 'canceled')),
  authorization_text text not null,
  idempotency_key text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, idempotency_key),
  foreign key (account_id, obligor_id) references obligor (account_id, id),
  foreign key (account_id, funding_account_id) references funding_account (account_id, id)
);
comment on table payment is 'distributed';

create table outbox (
  id uuid primary key,
  account_id uuid,
  obligor_id uuid,
  login_id uuid,
  channel text not null check (channel in ('portal', 'email', 'sms')),
  template text not null,
  parameters jsonb not null,
  created_at timestamptz not null,
  delivered_at timestamptz
);
comment on table outbox is 'local';
create index outbox_waiting on outbox (created_at) where delivered_at is null;

create table account_message (
  account_id uuid not null references account,
  -- The outbox row's id: delivering twice writes once.
  id uuid not null,
  obligor_id uuid not null,
  template text not null,
  parameters jsonb not null,
  sent_at timestamptz not null,
  read_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, obligor_id) references obligor (account_id, id)
);
comment on table account_message is 'distributed';

create table close_step (
  account_id uuid not null references account,
  business_date date not null,
  kind text not null,
  done_at timestamptz not null,
  primary key (account_id, business_date, kind)
);
comment on table close_step is 'distributed';
