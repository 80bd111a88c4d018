-- What is known of an account beyond its money: each flag is set once and lifted once, and stays to
-- be read for good.

create table account_flag (
  account_id uuid not null references account,
  id uuid not null,
  kind text not null check (kind in ('death', 'bankruptcy', 'dispute', 'totalLoss',
    'vehicleReturned', 'legalHold', 'ceaseContact', 'repossession', 'hold')),
  -- Which borrower it is about; null: the account or its vehicle.
  obligor_id uuid,
  -- The day from which it holds: of the death, of the petition, of the letter.
  since date not null,
  reason text not null check (length(reason) between 1 and 1000),
  set_by_kind text not null check (set_by_kind in ('staff', 'system')),
  set_by text not null,
  set_at timestamptz not null,
  -- A form that is sent twice sets one.
  idempotency_key text not null,
  primary key (account_id, id),
  unique (account_id, idempotency_key),
  check ((kind in ('death', 'bankruptcy')) = (obligor_id is not null)),
  check (kind = 'hold' or set_by_kind = 'staff'),
  foreign key (account_id, obligor_id) references obligor (account_id, id)
);
comment on table account_flag is 'distributed';

create table account_flag_lift (
  account_id uuid not null references account,
  flag_id uuid not null,
  reason text not null check (length(reason) between 1 and 1000),
  lifted_by text not null,
  lifted_at timestamptz not null,
  primary key (account_id, flag_id),
  foreign key (account_id, flag_id) references account_flag (account_id, id)
);
comment on table account_flag_lift is 'distributed';

-- Kinds in force, on the row that every verb locks: read under the lock, they cannot be old.
alter table account add column flags text[] not null default '{}';
create index account_ordered on account (account_id) where flags @> array['repossession'];

grant select, insert on account_flag, account_flag_lift to keyturn_app;
grant update (flags) on account to keyturn_app;
