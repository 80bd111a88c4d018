-- The last calendar year whose vehicle loan interest was looked at, and told of where the law asks
-- for it: each account once a year.
alter table account add column interest_year integer not null default 0;

grant update (interest_year) on account to keyturn_app;
