-- Money that moves: what became of a payment, the entries we ask the bank to move, the files they
-- go in, and what waits for a person.

alter table payment
  drop constraint payment_state_check,
  -- scheduled: may still be changed or canceled. sent: its entry is in a file. notSent: it could not
  -- be sent, state_reason says why. returned: the bank took it back and no further try is waiting.
  add constraint payment_state_check
    check (state in ('scheduled', 'canceled', 'sent', 'notSent', 'returned')),
  -- A return's code, or a word of ours; null while all is as asked.
  add column state_reason text,
  -- The banking day at whose cutoff its file goes.
  add column send_on date,
  -- The event by which it counts on the account; null before, and once it is taken back.
  add column posted_event_id uuid,
  -- How often it went to the bank: one debit and at most two more tries (Nacha: R01, R09).
  add column attempts integer not null default 0 check (attempts between 0 and 3);
update payment set send_on = withdrawn_date - case extract(isodow from withdrawn_date)
  when 1 then 3 when 7 then 2 else 1 end;
alter table payment alter column send_on set not null;
create index payment_to_send on payment (send_on) where state = 'scheduled';
create index payment_to_post on payment (effective_date)
  where state = 'sent' and posted_event_id is null;

alter table funding_account
  -- checking: being verified. verified: may be debited. failed: could not be verified. stopped: the
  -- bank or its owner said no, nothing is taken until somebody acts.
  add column state text not null default 'verified'
    check (state in ('unverified', 'checking', 'verified', 'failed', 'stopped')),
  add column state_reason text,
  add column verified_at timestamptz;

-- A file to the bank. Made once for each cutoff, whatever stops on the way.
create table ach_file (
  id uuid primary key,
  sent_on date not null,
  -- Tells apart the files of one day, and stands in the file: A to Z, then 0 to 9.
  modifier text not null check (modifier ~ '^[A-Z0-9]$'),
  -- gathering: entries are still added. numbered: complete, with its totals. delivered: the bank has
  -- it. acknowledged, refused: what the bank answered.
  state text not null
    check (state in ('gathering', 'numbered', 'delivered', 'acknowledged', 'refused')),
  created_at timestamptz not null,
  name text,
  -- SHA-256 of its bytes: delivered again, it is the same file.
  bytes_hash bytea check (octet_length(bytes_hash) = 32),
  batches integer check (batches >= 0),
  entries integer check (entries >= 0),
  entry_hash bigint check (entry_hash >= 0),
  debits bigint check (debits >= 0),
  credits bigint check (credits >= 0),
  delivered_at timestamptz,
  answered_at timestamptz,
  answer text,
  unique (sent_on, modifier)
);
comment on table ach_file is 'local';

-- One thing the bank is asked to move, or to announce. It waits until a file takes it.
create table ach_entry (
  account_id uuid not null references account,
  id uuid not null,
  funding_account_id uuid not null,
  payment_id uuid,
  purpose text not null check (purpose in
    ('payment', 'retry', 'refund', 'prenote', 'accountCheck', 'returnFee', 'reversal')),
  direction text not null check (direction in ('debit', 'credit')),
  amount bigint not null check (amount >= 0),
  -- WEB: authorized online. PPD: by a signed paper; refunds too.
  class text not null check (class in ('WEB', 'PPD')),
  recurrence text check (recurrence in ('single', 'recurring')),
  -- By which we and the bank know it again; stands in the file.
  identification text not null check (length(identification) <= 15),
  -- Which try of a payment it is: 1, or 2 and 3 after a return for lack of funds.
  attempt integer not null default 1 check (attempt between 1 and 3),
  send_on date not null,
  -- The banking day it is wanted to settle, the earliest possible if null.
  wanted date,
  state text not null check (state in ('waiting', 'inFile', 'withdrawn', 'returned')),
  file_id uuid,
  batch_number integer,
  -- The settlement asked for, and the fifteen digits by which returns name it: once numbered.
  effective date,
  trace text check (trace ~ '^[0-9]{15}$'),
  -- Routing number, account number, kind and name as they went to the bank.
  sealed bytea not null,
  return_code text,
  returned_on date,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (account_id, id),
  check ((state in ('inFile', 'returned')) = (file_id is not null)),
  check ((purpose in ('payment', 'retry', 'returnFee')) <= (payment_id is not null)),
  check ((amount = 0) = (purpose = 'prenote')),
  -- Each try of a payment goes to the bank once.
  unique (account_id, payment_id, purpose, attempt),
  foreign key (account_id, funding_account_id) references funding_account (account_id, id),
  foreign key (account_id, payment_id) references payment (account_id, id)
);
comment on table ach_entry is 'distributed';
create index ach_entry_waiting on ach_entry (send_on) where state = 'waiting';
create index ach_entry_of_file on ach_entry (file_id, account_id, id) where file_id is not null;

-- What a person has to look at: a return that fits no entry, money that fits no account.
create table money_task (
  id uuid primary key,
  kind text not null,
  -- Of what it is about: the same thing opens one task, however often it is met.
  about text not null,
  account_id uuid,
  details jsonb not null,
  state text not null check (state in ('open', 'done')),
  opened_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  note text,
  unique (kind, about),
  check ((state = 'done') = (done_at is not null))
);
comment on table money_task is 'local';
create index money_task_open on money_task (opened_at) where state = 'open';

grant select, insert, update on ach_file, ach_entry, money_task to keyturn_app;
