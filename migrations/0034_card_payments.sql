-- Payments by card. The card is typed on the processor's page; what stands here is what the
-- processor said of the payment, never a card's number.
create table card_payment (
  account_id uuid not null references account,
  id uuid not null,
  confirmation text not null,
  obligor_id uuid not null,
  -- What counts on the account; the fee is taken besides.
  amount bigint not null check (amount > 0),
  fee bigint not null check (fee between 0 and 10000),
  fee_citation text,
  choice text not null
    check (choice in ('due', 'pastDue', 'duePlusExtra', 'principal', 'payoff', 'other')),
  extra text not null check (extra in ('principal', 'installments')),
  extra_amount bigint check (extra_amount >= 0),
  to_charges bigint not null check (to_charges >= 0),
  quote_id uuid,
  -- The day for which the amount was worked out.
  asked_on date not null,
  -- started: on the processor's page. taking: its bank holds the money, and we ask for it.
  -- releasing: we let go of it. failed: nothing was taken. paid: taken. disputed: the card's bank
  -- took it back. refunded: it was sent back.
  state text not null
    check (state in ('started', 'taking', 'releasing', 'failed', 'paid', 'disputed', 'refunded')),
  state_reason text,
  session_id text,
  intent_id text,
  -- As the processor tells it.
  brand text,
  last_four text check (last_four ~ '^[0-9]{4}$'),
  expires text,
  paid_at timestamptz,
  effective_date date,
  -- The event by which it counts on the account.
  posted_event_id uuid,
  authorization_text text not null,
  idempotency_key text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, idempotency_key),
  unique (account_id, session_id),
  unique (account_id, intent_id),
  check (fee = 0 or length(fee_citation) > 0),
  check ((state in ('failed', 'releasing', 'disputed', 'refunded')) = (state_reason is not null)),
  check (state in ('started', 'failed', 'releasing') or
    (session_id is not null and intent_id is not null)),
  check ((paid_at is null) = (effective_date is null)),
  check ((state in ('paid', 'disputed', 'refunded')) = (paid_at is not null)),
  check (posted_event_id is null or state = 'paid'),
  foreign key (account_id, obligor_id) references obligor (account_id, id)
);
comment on table card_payment is 'distributed';
-- What the processor is still asked about.
create index card_payment_open on card_payment (changed_at)
  where state in ('started', 'taking', 'releasing');
create index card_payment_to_post on card_payment (effective_date)
  where state = 'paid' and posted_event_id is null;

-- Events of the processor that were seen: each is taken once, however often it is sent.
create table card_event (
  id text primary key,
  kind text not null,
  account_id uuid,
  payment_id uuid,
  received_at timestamptz not null
);
comment on table card_event is 'local';

grant select, insert, update on card_payment to keyturn_app;
grant select, insert on card_event to keyturn_app;
