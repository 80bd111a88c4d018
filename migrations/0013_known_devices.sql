-- Browsers in which a login was signed in with both factors. Each has a budget of wrong passwords of
-- its own, so that strangers who guess at a name cannot keep its owner out.
create table known_device (
  id uuid primary key,
  login_id uuid not null references login,
  -- SHA-256 of the cookie's token.
  token_hash bytea not null check (octet_length(token_hash) = 32),
  device text not null,
  address text not null,
  known_at timestamptz not null,
  last_used_at timestamptz not null,
  unique (login_id, token_hash)
);
comment on table known_device is 'local';
grant select, insert, update, delete on known_device to keyturn_app;
