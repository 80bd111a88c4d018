-- Who works for the lender and may sign in to the desk: tables of their own, so that no row of a
-- customer ever opens it (ASVS 5.0 V8.4.2).

create table staff (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 80),
  -- At work, in small letters: how single sign-on finds somebody for the first time.
  email text not null unique check (email = lower(email)),
  role text not null check (role in ('agent', 'supervisor', 'administrator', 'auditor')),
  -- Whom single sign-on knows as this person; bound at the first use.
  sso_issuer text,
  sso_subject text,
  created_at timestamptz not null,
  -- Nobody of the desk, where the command line did it.
  created_by uuid references staff,
  -- Whoever was added at the desk waits for a second administrator (ASVS 5.0 V2.3.5).
  approved_at timestamptz,
  approved_by uuid references staff,
  -- Works no more, from that moment on; the row stays for what it did.
  disabled_at timestamptz,
  unique (sso_issuer, sso_subject),
  check ((sso_issuer is null) = (sso_subject is null)),
  check (approved_by <> created_by)
);
comment on table staff is 'local';

-- Works once: whoever opens it adds a passkey of their own.
create table staff_link (
  id uuid primary key,
  staff_id uuid not null references staff,
  -- SHA-256 of the token in the link; null while it waits for a second administrator.
  token_hash bytea unique check (octet_length(token_hash) = 32),
  created_at timestamptz not null,
  created_by uuid references staff,
  approved_by uuid references staff,
  expires_at timestamptz not null,
  used_at timestamptz,
  check (approved_by <> created_by)
);
comment on table staff_link is 'local';
create index staff_link_staff on staff_link (staff_id);

create table staff_session (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  id uuid not null unique,
  -- Null before sign-in: the session that carries the form.
  staff_id uuid references staff,
  form_secret bytea not null,
  authenticated jsonb not null,
  address text not null,
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table staff_session is 'local';
create index staff_session_staff on staff_session (staff_id);
create index staff_session_expiry on staff_session (expires_at);

create table staff_passkey (
  id uuid primary key,
  staff_id uuid not null references staff,
  credential_id bytea not null unique check (octet_length(credential_id) between 16 and 1023),
  -- As the authenticator gave it (COSE).
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports jsonb not null,
  backed_up boolean not null,
  name text not null check (char_length(name) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz,
  -- Removed, or found to be copied: never works again, and cannot be added again.
  revoked_at timestamptz
);
comment on table staff_passkey is 'local';
create index staff_passkey_staff on staff_passkey (staff_id);

-- One of each kind in a session: asking for another replaces it, using it removes it.
create table staff_challenge (
  session_id uuid not null,
  purpose text not null check (purpose in ('show', 'add', 'sso')),
  challenge bytea not null check (octet_length(challenge) = 32),
  expires_at timestamptz not null,
  primary key (session_id, purpose)
);
comment on table staff_challenge is 'local';
create index staff_challenge_expiry on staff_challenge (expires_at);

grant select, insert on staff, staff_link, staff_session, staff_passkey, staff_challenge
  to keyturn_app;
grant update (sso_issuer, sso_subject, approved_at, approved_by, disabled_at) on staff
  to keyturn_app;
grant update (token_hash, approved_by, expires_at, used_at), delete on staff_link to keyturn_app;
grant update (last_seen_at), delete on staff_session to keyturn_app;
grant update (counter, backed_up, last_used_at, revoked_at) on staff_passkey to keyturn_app;
grant update (challenge, expires_at), delete on staff_challenge to keyturn_app;
