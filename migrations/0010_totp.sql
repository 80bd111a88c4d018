-- Authenticator apps (RFC 6238) and backup codes.

create table login_totp (
  id uuid primary key,
  login_id uuid not null references login,
  name text not null check (length(name) between 1 and 40),
  -- The secret, sealed for this row.
  sealed bytea not null,
  -- Of the last code that was used: neither it nor an older one works again. Periods of 30 seconds
  -- since 1970.
  last_step integer not null check (last_step >= 0),
  created_at timestamptz not null,
  last_used_at timestamptz
);
comment on table login_totp is 'local';
create index login_totp_login on login_totp (login_id);

-- A secret that is on somebody's screen; it becomes a row of login_totp when a code shows that it
-- has arrived. Goes along when its session gets a new token.
create table totp_enrollment (
  session_id uuid primary key,
  login_id uuid not null references login,
  -- Of the row it becomes, for which the secret is sealed already.
  id uuid not null,
  sealed bytea not null,
  expires_at timestamptz not null
);
comment on table totp_enrollment is 'local';
create index totp_enrollment_expiry on totp_enrollment (expires_at);

-- One set for each login. A code that is used is gone.
create table backup_code (
  login_id uuid not null references login,
  number integer not null check (number between 1 and 10),
  -- PHC string.
  hash text not null,
  made_at timestamptz not null,
  primary key (login_id, number)
);
comment on table backup_code is 'local';

grant select, insert, update, delete on login_totp, totp_enrollment, backup_code to keyturn_app;
