-- A code to a contact on file also stands before a lost second factor is taken away, and before
-- another account is added to a sign-in. Which purposes there are, the code knows: each release
-- that adds one would otherwise take the constraint of another apart.
alter table sent_code
  drop constraint sent_code_purpose_check,
  add constraint sent_code_purpose_check check (length(purpose) between 1 and 40);
