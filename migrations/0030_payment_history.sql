-- A payment's own history: what it was before it was changed, and the attempts that failed.

alter table payment
  drop constraint payment_choice_check,
  -- principal: beside the installments, all of it. pastDue: what is late and nothing more.
  add constraint payment_choice_check
    check (choice in ('due', 'pastDue', 'duePlusExtra', 'principal', 'payoff', 'other')),
  -- Part of the amount that is the price of paying this way; the rule behind it, or no fee.
  add column fee bigint not null default 0 check (fee >= 0 and fee < amount),
  add column fee_citation text,
  add constraint payment_fee_cited check (fee = 0 or length(fee_citation) > 0);

-- What a payment was until it was changed; the payment itself says what it is.
create table payment_change (
  account_id uuid not null references account,
  payment_id uuid not null,
  -- The first change of a payment is 1.
  number integer not null check (number > 0),
  amount bigint not null check (amount > 0),
  choice text not null,
  effective_date date not null,
  funding_account_id uuid not null,
  authorization_text text not null,
  -- Of the form that changed it: sent twice, it changes once.
  idempotency_key text not null,
  changed_at timestamptz not null,
  primary key (account_id, payment_id, number),
  unique (account_id, idempotency_key),
  foreign key (account_id, payment_id) references payment (account_id, id)
);
comment on table payment_change is 'distributed';

-- A payment that somebody tried to make and that was refused: no money moves, but it has a number.
create table payment_attempt (
  account_id uuid not null references account,
  id uuid not null,
  number text not null,
  obligor_id uuid not null,
  -- The refusal, and what was asked for as far as it could be read.
  reason text not null,
  amount bigint check (amount >= 0),
  choice text,
  effective_date date,
  idempotency_key text not null,
  tried_at timestamptz not null,
  primary key (account_id, id),
  -- Sent again as it was, it is the same attempt.
  unique (account_id, idempotency_key, reason),
  foreign key (account_id, obligor_id) references obligor (account_id, id)
);
comment on table payment_attempt is 'distributed';

grant select, insert on payment_change, payment_attempt to keyturn_app;
