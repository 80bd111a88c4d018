-- Browsers that a person trusts for a while, what a person reports as not theirs, and sign-ins on a
-- computer that others use too.

-- With the password, one of these is what somebody has. Its cookie holds 256 random bits that change
-- with each use.
create table trusted_device (
  id uuid primary key,
  login_id uuid not null references login,
  -- SHA-256 of the cookie's token.
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  -- Of the token before that: whoever brings it later holds a copy.
  spent_hash bytea check (octet_length(spent_hash) = 32),
  device text not null,
  address text not null,
  trusted_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table trusted_device is 'local';
create index trusted_device_login on trusted_device (login_id);
create index trusted_device_spent on trusted_device (spent_hash);
create index trusted_device_expiry on trusted_device (expires_at);

-- What staff should look at, the oldest open one first.
create table staff_notice (
  id uuid primary key,
  kind text not null check (kind in ('notMe')),
  login_id uuid not null references login,
  at timestamptz not null,
  details jsonb not null,
  closed_at timestamptz,
  closed_by uuid
);
comment on table staff_notice is 'local';
create index staff_notice_open on staff_notice (at) where closed_at is null;
create index staff_notice_login on staff_notice (login_id);

-- Since then the password opens nothing: a new one is chosen by recovery.
alter table login add column if not exists recovery_required_at timestamptz;
-- When a stronger second factor was offered and declined.
alter table login add column stronger_offered_at timestamptz;
-- A computer that others use too: the session ends sooner, and nothing is remembered there.
alter table login_session add column shared boolean not null default false;

grant select, insert, update, delete on trusted_device to keyturn_app;
grant select, insert, update on staff_notice to keyturn_app;
