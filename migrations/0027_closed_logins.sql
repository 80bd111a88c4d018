-- A sign-in that its owner gave up. The row stays for what its audit says; the name is free again.
alter table login
  add column closed_at timestamptz,
  -- Nothing opens it any more, no recovery either.
  add constraint login_closed check (closed_at is null or recovery_required_at is not null);

-- Which obligors it was. They are free to register again.
create table closed_login_account (
  login_id uuid not null references login,
  account_id uuid not null,
  obligor_id uuid not null,
  primary key (login_id, account_id)
);
comment on table closed_login_account is 'local';
create index closed_login_account_person on closed_login_account (account_id, obligor_id);

grant select, insert on closed_login_account to keyturn_app;
grant delete on login_account to keyturn_app;
