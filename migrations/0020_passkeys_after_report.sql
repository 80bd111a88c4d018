-- After a report that somebody else was in, a passkey may be theirs: until it was shown together
-- with the password that recovery chose, it signs in no more by itself.
alter table login_passkey add column after_password boolean not null default false;
