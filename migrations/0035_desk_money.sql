-- Money that comes another way than through the portal, and money that is put right: what one of us
-- asks for, and who decides it.
create table money_request (
  id uuid primary key,
  kind text not null check (kind in
    ('post', 'file', 'apply', 'moveHeld', 'refund', 'assign', 'sendBack', 'move', 'waive')),
  state text not null check (state in ('asked', 'done', 'refused', 'withdrawn')),
  -- Where the money is, or goes to; none: a file has many, what belongs to nobody has none.
  account_id uuid,
  other_account_id uuid,
  -- What it is about: a payment, a charge, a file, a line of one.
  subject_id uuid,
  -- Of one thing one request is open; the same check is posted once. Null once it is free again.
  claim text unique,
  amount bigint not null check (amount > 0),
  -- What exactly is to be done, as asked: it never changes.
  terms jsonb not null,
  reason text not null check (char_length(reason) between 1 and 500),
  -- Nobody of the desk, where the command line did it.
  asked_by uuid references staff,
  asked_at timestamptz not null,
  -- The form it came with: sent twice, it is one request.
  form_key uuid not null unique,
  -- The last business day on which it may be decided.
  expires_on date not null,
  decided_by uuid references staff,
  decided_at timestamptz,
  decided_on date,
  note text check (char_length(note) between 1 and 500),
  -- Carried out by whoever asked, within what one person may do.
  alone boolean not null default false,
  check ((state = 'asked') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((decided_by is null) = (decided_on is null)),
  -- Nobody decides what they asked for, but to take it back or within their own limit.
  check (state not in ('done', 'refused') or alone or asked_by is distinct from decided_by),
  check (not alone or (state = 'done' and asked_by is not distinct from decided_by)),
  check (state <> 'withdrawn' or asked_by is not distinct from decided_by)
);
comment on table money_request is 'local';
create index money_request_open on money_request (asked_at) where state = 'asked';
create index money_request_alone on money_request (decided_by, decided_on) where alone;
create index money_request_account on money_request (account_id);
grant select, insert on money_request to keyturn_app;
grant update (state, decided_by, decided_at, decided_on, note, alone, claim) on money_request
  to keyturn_app;

-- A file of money that came another way, such as a lockbox's list of checks.
create table credit_file (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 200),
  -- SHA-256 of its bytes: the same file is taken once. Null once it was dropped.
  digest bytea unique check (octet_length(digest) = 32),
  lines integer not null check (lines > 0),
  total bigint not null check (total > 0),
  -- waiting: somebody has to approve it. approved: its lines are being posted.
  state text not null check (state in ('waiting', 'approved', 'posted', 'dropped')),
  received_at timestamptz not null,
  received_by uuid references staff,
  changed_at timestamptz not null,
  check ((state = 'dropped') = (digest is null))
);
comment on table credit_file is 'local';
create index credit_file_received on credit_file (received_at);
grant select, insert on credit_file to keyturn_app;
grant update (state, digest, changed_at) on credit_file to keyturn_app;

-- One payment of such a file. Unapplied: it fits no account, and is held until somebody settles it.
create table received_credit (
  id uuid primary key,
  file_id uuid not null references credit_file,
  line integer not null check (line > 0),
  amount bigint not null check (amount > 0),
  received_on date not null,
  reference text not null check (char_length(reference) between 1 and 40),
  -- Day and reference: the same payment, in whatever file, is taken once. Null once it was dropped.
  claim text unique,
  account_id uuid,
  -- The account number as it was written, and who paid.
  sealed bytea not null,
  state text not null
    check (state in ('waiting', 'posted', 'unapplied', 'sentBack', 'dropped')),
  event_id uuid,
  changed_at timestamptz not null,
  unique (file_id, line),
  check ((state = 'dropped') = (claim is null)),
  check ((state = 'posted') = (event_id is not null)),
  check (state <> 'posted' or account_id is not null)
);
comment on table received_credit is 'local';
create index received_credit_unapplied on received_credit (received_on) where state = 'unapplied';
grant select, insert on received_credit to keyturn_app;
grant update (state, claim, account_id, event_id, sealed, changed_at) on received_credit to keyturn_app;

-- Money held on an account that was sent back to whoever paid it.
create table refund (
  account_id uuid not null references account,
  id uuid not null,
  amount bigint not null check (amount > 0),
  way text not null check (way in ('bank', 'check')),
  -- The entry that takes it to a bank account; null for a check.
  entry_id uuid,
  -- The event by which it left the account.
  event_id uuid not null,
  -- returned: it did not arrive, and is held on the account again.
  state text not null check (state in ('sent', 'returned')),
  state_reason text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (account_id, id),
  check ((way = 'bank') = (entry_id is not null)),
  foreign key (account_id, entry_id) references ach_entry (account_id, id),
  foreign key (account_id, event_id) references account_event (account_id, id)
);
comment on table refund is 'distributed';
create index refund_entry on refund (account_id, entry_id) where state = 'sent';
grant select, insert on refund to keyturn_app;
grant update (state, state_reason, changed_at) on refund to keyturn_app;

-- Accounts on which money is held.
create index posting_suspense on posting (account_id)
  where debit = 'suspense' or credit = 'suspense';
