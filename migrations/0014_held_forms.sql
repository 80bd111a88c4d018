-- A form that asks who somebody is once more: kept while they confirm, and sent once when they did.
create table held_form (
  -- A session has one at a time; it goes along when the session gets a new token.
  session_id uuid primary key,
  login_id uuid not null references login,
  -- What its fields are sealed for.
  id uuid not null,
  path text not null check (path ~ '^/' and length(path) <= 500),
  sealed bytea not null,
  expires_at timestamptz not null
);
comment on table held_form is 'local';
create index held_form_expiry on held_form (expires_at);

grant select, insert, update, delete on held_form to keyturn_app;
