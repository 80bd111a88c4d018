-- What a person changes of themselves: a code to the contact that is to be, and a dated history.
alter table sent_code
  drop constraint sent_code_purpose_check,
  add constraint sent_code_purpose_check
    check (purpose in ('signIn', 'registration', 'recovery', 'contact')),
  -- Names the contact, so that it cannot vouch for its own removal.
  add column contact_id uuid,
  -- What the right code makes true, sealed for this row.
  add column sealed bytea,
  add constraint sent_code_sealed check ((purpose = 'contact') = (sealed is not null));

-- Only ever added to. A change that counts for several accounts of one person has one id in all.
create table obligor_change (
  account_id uuid not null,
  id uuid not null,
  obligor_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('contactAdded', 'contactReplaced', 'contactRemoved',
    'addressChanged', 'languageChanged', 'paperlessChosen')),
  method text check (method in ('sms', 'email')),
  -- Of an obligor the login, of staff the person.
  actor_kind text not null check (actor_kind in ('obligor', 'staff', 'system')),
  actor_id text not null,
  -- As they are shown: contacts and addresses masked. Null: there was or is none.
  was text,
  became text,
  -- Which words were chosen under.
  wording text,
  primary key (account_id, id),
  foreign key (account_id, obligor_id) references obligor (account_id, id),
  check ((kind like 'contact%') = (method is not null)),
  check ((kind = 'paperlessChosen') = (wording is not null))
);
comment on table obligor_change is 'distributed';
create index obligor_change_person on obligor_change (account_id, obligor_id, at);

-- The whole contact or address before and after, so that it can be put back. A row of its own: the
-- key that seals it can be changed, the history cannot.
create table obligor_change_value (
  account_id uuid not null,
  id uuid not null,
  sealed bytea not null,
  primary key (account_id, id),
  foreign key (account_id, id) references obligor_change (account_id, id)
);
comment on table obligor_change_value is 'distributed';

grant select, insert on obligor_change, obligor_change_value to keyturn_app;
grant update (sealed) on obligor_change_value to keyturn_app;
