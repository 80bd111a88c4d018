-- What an account's owners are told by the calendar: that a payment is coming, that one was missed.

-- The next day of which there may be something to tell, by the due dates of its contract; null:
-- none. A day that is long gone: not worked out yet.
alter table account add column notice_on date default '1900-01-01';
create index account_notice on account (notice_on, account_id) where status = 'open';

grant update (notice_on) on account to keyturn_app;
