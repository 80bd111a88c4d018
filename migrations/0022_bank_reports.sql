-- What the bank sends: returns and notifications of change, and its answers to our files.

create table bank_report (
  id uuid primary key,
  -- SHA-256 of its bytes: the same file read twice is one.
  bytes_hash bytea not null unique check (octet_length(bytes_hash) = 32),
  name text not null,
  kind text not null check (kind in ('returns', 'acknowledgment', 'unknown')),
  received_at timestamptz not null,
  -- The business date on which it came.
  received_on date not null,
  -- doubted: kept whole with its problems, nothing of it is applied. open: items wait.
  state text not null check (state in ('doubted', 'open', 'done')),
  problems jsonb not null,
  -- All of it, while it is in doubt: it holds account numbers.
  sealed bytea,
  -- Of an acknowledgment: our file that it is about.
  file_id uuid references ach_file,
  check ((state = 'doubted') = (sealed is not null))
);
comment on table bank_report is 'local';
create index bank_report_received on bank_report (received_at);

create table bank_report_item (
  id uuid primary key,
  report_id uuid not null references bank_report,
  -- Its order in the file, from 1, and the line of the entry.
  place integer not null check (place > 0),
  line integer not null check (line > 0),
  kind text not null check (kind in ('return', 'change')),
  code text not null,
  -- The entry of ours that it names, and its own.
  trace text not null,
  own_trace text not null,
  amount bigint not null check (amount >= 0),
  settled_on date not null,
  date_of_death date,
  -- What a notification of change says is right: it may hold an account number.
  sealed bytea,
  state text not null check (state in ('waiting', 'done', 'unmatched')),
  -- A word of ours for what was done.
  result text,
  -- The banking day at whose cutoff the debit goes again.
  retry_on date,
  account_id uuid,
  entry_id uuid,
  handled_at timestamptz,
  unique (report_id, place),
  check ((state = 'waiting') = (handled_at is null)),
  check ((state = 'waiting') = (result is null)),
  check ((kind = 'change') = (sealed is not null))
);
comment on table bank_report_item is 'local';
create index bank_report_item_waiting on bank_report_item (report_id, place)
  where state = 'waiting';

-- How many debits went out within some days, and how many of them came back.
create index ach_entry_debits on ach_entry (effective)
  where direction = 'debit' and amount > 0 and file_id is not null;
create index ach_entry_returned on ach_entry (returned_on) where return_code is not null;
create index payment_from_bank on payment (account_id, funding_account_id)
  where state = 'scheduled';

grant select, insert, update on bank_report, bank_report_item to keyturn_app;
