-- Messages that leave the portal, and the one-time codes that some of them carry.

-- Whom it goes to and the code in it, sealed; gone as soon as it is sent, or can no longer be used.
alter table outbox
  add column sealed bytea,
  add column expires_at timestamptz,
  add constraint outbox_sealed check (channel <> 'portal' or sealed is null);
create index outbox_expiring on outbox (expires_at) where expires_at is not null;

-- A code that was sent to a contact: works once, a few tries, in the session that asked for it.
create table sent_code (
  id uuid primary key,
  session_id uuid not null,
  login_id uuid references login,
  purpose text not null check (purpose in ('signIn', 'registration')),
  method text not null check (method in ('email', 'sms')),
  -- Keyed hash over the id and the code.
  code_hash bytea not null check (octet_length(code_hash) = 32),
  -- The contact as its page shows it.
  masked text not null,
  tries integer not null default 0 check (tries between 0 and 5),
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table sent_code is 'local';
create index sent_code_session on sent_code (session_id);
create index sent_code_expiry on sent_code (expires_at);

grant select, insert, update, delete on sent_code to keyturn_app;
