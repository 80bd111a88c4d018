-- What a file to the bank is written from once it is numbered, and how payments are walked to it.

alter table ach_file
  -- How many entries all files before it have, numbers that were passed over included: where its
  -- trace numbers begin. They go round after 9,999,999.
  add column first_number bigint unique check (first_number >= 0),
  -- What the lender's file said of the bank that day: delivered again it is the same file.
  add column bank jsonb;

-- A batch of a numbered file.
create table ach_batch (
  file_id uuid not null references ach_file,
  number integer not null check (number between 1 and 9999999),
  purpose text not null check (purpose in
    ('payment', 'retry', 'refund', 'prenote', 'accountCheck', 'returnFee', 'reversal')),
  class text not null check (class in ('WEB', 'PPD')),
  -- both: amounts that prove an account, with the debit that takes them back.
  direction text not null check (direction in ('debit', 'credit', 'both')),
  effective date not null,
  -- Settlement time of a window of the same day; null for a later day.
  same_day text check (same_day ~ '^[0-2][0-9]:[0-5][0-9]$'),
  entries integer not null check (entries > 0),
  debits bigint not null check (debits >= 0),
  credits bigint not null check (credits >= 0),
  primary key (file_id, number)
);
comment on table ach_batch is 'local';
grant select, insert on ach_batch to keyturn_app;

-- A file is read in the order of its traces.
create index ach_entry_by_trace on ach_entry (file_id, trace) where file_id is not null;
-- The book is walked in the order of accounts, whatever waits longest.
create index payment_to_send_by_account on payment (account_id, send_on)
  where state = 'scheduled';
create index ach_entry_waiting_by_account on ach_entry (account_id, send_on)
  where state = 'waiting';
create index payment_to_post_in_order on payment (effective_date, account_id, id)
  where state = 'sent' and posted_event_id is null;
drop index payment_to_post;
