-- What a person wants told to each of their phones and mailboxes. Only ever added to: the last row
-- for a contact counts. A phone without a row gets no text message (47 USC 227(b)).
create table message_choice (
  account_id uuid not null references account,
  id uuid not null,
  obligor_id uuid not null,
  -- Names the phone or mailbox by a keyed hash: another number is asked anew.
  contact_key uuid not null,
  method text not null check (method in ('sms', 'email')),
  choice text not null check (choice in ('wanted', 'notWanted')),
  -- Which words were chosen under.
  wording text not null check (length(wording) > 0),
  -- How: on the profile page.
  how text not null check (how in ('portal')),
  at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, obligor_id) references obligor (account_id, id)
);
comment on table message_choice is 'distributed';
create index message_choice_last on message_choice (account_id, obligor_id, contact_key, at);

grant select, insert on message_choice to keyturn_app;
