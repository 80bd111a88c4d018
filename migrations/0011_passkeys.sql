-- Passkeys (WebAuthn) of a login, and the challenges that a browser is about to sign.

create table login_passkey (
  id uuid primary key,
  login_id uuid not null references login,
  credential_id bytea not null unique check (octet_length(credential_id) between 16 and 1023),
  -- As the authenticator gave it (COSE).
  public_key bytea not null,
  -- Of signatures, as the authenticator counts them; stays 0 where it does not.
  counter bigint not null check (counter >= 0),
  -- How a browser reaches it ("internal", "usb"), as JSON.
  transports jsonb not null,
  backed_up boolean not null,
  name text not null check (char_length(name) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz,
  -- Removed by its owner, or found to be copied: never works again, and cannot be added again.
  revoked_at timestamptz
);
comment on table login_passkey is 'local';
create index login_passkey_login on login_passkey (login_id);

-- One of each kind in a session: asking for another replaces it, using it removes it.
create table passkey_challenge (
  session_id uuid not null,
  purpose text not null check (purpose in ('show', 'add')),
  challenge bytea not null check (octet_length(challenge) = 32),
  expires_at timestamptz not null,
  primary key (session_id, purpose)
);
comment on table passkey_challenge is 'local';
create index passkey_challenge_expiry on passkey_challenge (expires_at);

grant select, insert, update on login_passkey to keyturn_app;
grant select, insert, update, delete on passkey_challenge to keyturn_app;
