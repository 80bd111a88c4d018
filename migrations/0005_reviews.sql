-- The close of a day looks only at accounts with a review due. `review_on` follows from the
-- account's events; `review_event_count` says from how many of them it was worked out. Where that
-- is not all of them, or null, the date does not hold and the close looks at the account. A release
-- that gives the close more to do sets it to null.
alter table account add column review_event_count integer;
grant update (review_event_count) on account to keyturn_app;

-- In the order in which a close takes them.
drop index account_review;
create index account_review on account (review_on, account_id) where review_on is not null;
create index account_review_unknown on account (account_id)
  where review_event_count is distinct from event_count;
