-- Who may sign in, their sessions, failed attempts, and what each login did.

create table login (
  id uuid primary key,
  username text not null,
  -- Keyed hash of the normalized name: the only place where a name is unique.
  username_hash bytea not null unique check (octet_length(username_hash) = 32),
  password text not null,
  locale text not null,
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  created_at timestamptz not null,
  password_changed_at timestamptz not null
);
comment on table login is 'local';

create table login_account (
  login_id uuid not null references login,
  account_id uuid not null,
  obligor_id uuid not null,
  added_at timestamptz not null,
  primary key (login_id, account_id),
  unique (account_id, obligor_id)
);
comment on table login_account is 'local';

create table login_session (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  id uuid not null unique,
  -- Null before sign-in: the session that carries the sign-in or registration form.
  login_id uuid references login,
  form_secret bytea not null,
  authenticated jsonb not null,
  -- What a registration has proved so far, sealed.
  held bytea,
  address text not null,
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table login_session is 'local';
create index login_session_login on login_session (login_id);
create index login_session_expiry on login_session (expires_at);

create table attempt_budget (
  scope text not null,
  key_hash bytea not null check (octet_length(key_hash) = 32),
  failures integer not null,
  last_failure_at timestamptz not null,
  wait_until timestamptz,
  primary key (scope, key_hash)
);
comment on table attempt_budget is 'local';

create table form_submission (
  session_id uuid not null,
  key text not null,
  outcome text not null,
  submitted_at timestamptz not null,
  primary key (session_id, key)
);
comment on table form_submission is 'local';

-- The head of each chain of access_audit, as in account; its row lock puts the writers of a chain
-- in order.
create table access_chain (
  chain text primary key,
  audit_count integer not null check (audit_count >= 0),
  audit_seal bytea not null check (octet_length(audit_seal) = 32)
);
comment on table access_chain is 'local';

-- One chain per login, one per staff member, one per day for names that nobody has.
create table access_audit (
  chain text not null references access_chain,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  request_id text not null,
  login_id uuid,
  action text not null,
  address text not null,
  device text not null,
  details jsonb not null,
  seal bytea not null check (octet_length(seal) = 32),
  primary key (chain, seq)
);
comment on table access_audit is 'local';
create index access_audit_login on access_audit (login_id, at desc);
