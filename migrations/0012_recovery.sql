-- A forgotten password is replaced by the account's numbers and a code to a contact on file.
alter table sent_code
  drop constraint sent_code_purpose_check,
  add constraint sent_code_purpose_check check (purpose in ('signIn', 'registration', 'recovery'));

-- Until then what could move money or lock the owner out is held.
alter table login add column held_until timestamptz;
