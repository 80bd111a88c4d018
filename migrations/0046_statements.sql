-- Periodic statements: one for each account and day of its cycle, printed by a job after the close.
alter table document drop constraint document_kind_check;
alter table document add constraint document_kind_check
  check (kind in ('payoffLetter', 'statement'));
-- Of a statement `on_date` is its last day: there is one for each day.
alter table document add column statement_day date
  generated always as (case when kind = 'statement' then on_date end) stored;
alter table document add unique (account_id, statement_day);

-- The day with whose close the account's next statement is due. Long past: not worked out yet.
alter table account add column statement_on date not null default '1900-01-01';
create index account_statement on account (statement_on, account_id) where status = 'open';

grant update (statement_on) on account to keyturn_app;
