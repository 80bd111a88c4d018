-- Calendars of due dates and debits that a program reads at a secret address, without signing in.
-- Of the address only its keyed hash is kept; it leads here by the directory. It works until it is
-- ended, and each obligor has one at a time.
create table calendar_feed (
  account_id uuid not null references account,
  id uuid not null,
  obligor_id uuid not null,
  secret_hash bytea not null check (octet_length(secret_hash) = 32),
  -- In which language it is read.
  locale text not null check (locale in ('en', 'es')),
  created_at timestamptz not null,
  ended_at timestamptz check (ended_at >= created_at),
  works boolean generated always as (case when ended_at is null then true end) stored,
  primary key (account_id, id),
  unique (account_id, secret_hash),
  unique (account_id, obligor_id, works),
  foreign key (account_id, obligor_id) references obligor (account_id, id)
);
comment on table calendar_feed is 'distributed';

grant select, insert, update (ended_at) on calendar_feed to keyturn_app;
