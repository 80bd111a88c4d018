-- Debit cards that are kept to pay with again: by the processor's token alone, sealed. A saved card
-- is one more thing an obligor pays from; its brand stands where a bank's name does.

alter table funding_account
  drop constraint funding_account_kind_check,
  add constraint funding_account_kind_check check (kind in ('checking', 'savings', 'card')),
  -- The last day on which a card is good.
  add column expires_on date,
  -- When the processor was told to forget a card that was removed.
  add column forgotten_at timestamptz,
  add constraint funding_account_expires check ((kind = 'card') = (expires_on is not null)),
  add constraint funding_account_forgotten
    check (forgotten_at is null or (kind = 'card' and removed_at is not null));
create index funding_account_to_forget on funding_account (removed_at)
  where kind = 'card' and removed_at is not null and forgotten_at is null;

-- A visit to the processor's page on which a card is saved. No money moves there.
create table card_setup (
  account_id uuid not null references account,
  id uuid not null,
  obligor_id uuid not null,
  -- open: on the processor's page. kept: the card stands among what is paid from. refused: it is of
  -- a kind that is not taken, or too many are kept. over: no card was saved on the page.
  state text not null check (state in ('open', 'kept', 'refused', 'over')),
  state_reason text,
  session_id text,
  funding_account_id uuid,
  authorization_text text not null,
  idempotency_key text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, idempotency_key),
  unique (account_id, session_id),
  check ((state = 'kept') = (funding_account_id is not null)),
  check ((state in ('refused', 'over')) = (state_reason is not null)),
  foreign key (account_id, obligor_id) references obligor (account_id, id),
  foreign key (account_id, funding_account_id) references funding_account (account_id, id)
);
comment on table card_setup is 'distributed';
create index card_setup_open on card_setup (created_at) where state = 'open';

alter table card_payment
  -- The saved card it is charged to; null: a card typed on the processor's page.
  add column funding_account_id uuid,
  -- The saved card's bank wants to ask its owner first: it is paid on the processor's page.
  add column needs_page boolean not null default false,
  -- The autopay whose debit it is; then the payment of the same id was set for it.
  add column autopay_id uuid,
  drop constraint card_payment_check2,
  add constraint card_payment_numbered check (state in ('started', 'failed', 'releasing') or
    (intent_id is not null and (session_id is not null or funding_account_id is not null))),
  add constraint card_payment_saved check (not needs_page or funding_account_id is not null),
  add constraint card_payment_of_autopay check (autopay_id is null or funding_account_id is not null),
  add foreign key (account_id, funding_account_id) references funding_account (account_id, id),
  add foreign key (account_id, autopay_id) references autopay (account_id, id);
-- The request of the desk by which its money is sent back; the processor is asked until it was.
alter table card_payment add column refund_request uuid;
create index card_payment_to_refund on card_payment (account_id, id)
  where refund_request is not null and state in ('paid', 'disputed');
alter table money_request
  drop constraint money_request_kind_check,
  add constraint money_request_kind_check check (kind in
    ('post', 'file', 'apply', 'moveHeld', 'refund', 'assign', 'sendBack', 'move', 'waive',
     'extend', 'chargeOff', 'cardRefund'));
-- What was paid and may still go back is asked about now and then, event or not.
alter table card_payment add column asked_at timestamptz;
create index card_payment_paid on card_payment (coalesce(asked_at, paid_at))
  where state in ('paid', 'disputed');

alter table payment
  drop constraint payment_state_check,
  -- charged: its saved card was asked on its day; the payment by card of the same id says what came
  -- of it.
  add constraint payment_state_check check
    (state in ('scheduled', 'canceled', 'sent', 'held', 'notSent', 'returned', 'charged')),
  -- From a saved card: it goes in no file, its card is charged on its day.
  add column by_card boolean not null default false,
  add constraint payment_charged check (state <> 'charged' or by_card);
drop index payment_to_send;
create index payment_to_send on payment (send_on) where state = 'scheduled' and not by_card;
create index payment_to_charge on payment (send_on) where state = 'scheduled' and by_card;

-- Whether it takes from a saved card.
alter table autopay add column by_card boolean not null default false;

grant select, insert, update on card_setup to keyturn_app;
