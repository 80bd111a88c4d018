-- What an owner lets a dealer or an insurer see: what closes a loan, by a secret address and a code
-- told by voice. Of both only keyed hashes are kept.
create table payoff_link (
  account_id uuid not null references account,
  id uuid not null,
  -- Who made it, and the sign-in whose activity shows each opening.
  obligor_id uuid not null,
  login_id uuid not null,
  kind text not null check (kind in ('dealer', 'insurer')),
  given_to text not null check (length(given_to) between 1 and 80),
  secret_hash bytea not null check (octet_length(secret_hash) = 32),
  code_hash bytea not null check (octet_length(code_hash) = 32),
  -- The form it came with: sent twice, it is one link.
  form_hash bytea not null check (octet_length(form_hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  -- Wrong codes since the last right one.
  wrong_codes integer not null default 0 check (wrong_codes between 0 and 5),
  ended_at timestamptz,
  ended_why text check (ended_why in ('revoked', 'locked')),
  primary key (account_id, id),
  unique (account_id, secret_hash),
  unique (account_id, form_hash),
  check ((ended_at is null) = (ended_why is null)),
  foreign key (account_id, obligor_id) references obligor (account_id, id)
);
comment on table payoff_link is 'distributed';

-- Each time that somebody typed the right code: what they hold is looked at until `ends_at`.
create table payoff_link_visit (
  account_id uuid not null references account,
  id uuid not null,
  link_id uuid not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  -- From which network.
  network text not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > opened_at),
  primary key (account_id, id),
  unique (account_id, token_hash),
  foreign key (account_id, link_id) references payoff_link (account_id, id)
);
comment on table payoff_link_visit is 'distributed';

grant select, insert on payoff_link, payoff_link_visit to keyturn_app;
grant update (wrong_codes, ended_at, ended_why) on payoff_link to keyturn_app;
