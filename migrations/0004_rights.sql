-- Portal, desk and worker run as keyturn_app: it owns nothing and can only add to what must never
-- change.
grant usage on schema public to keyturn_app;
grant select, insert on account_event, posting, account_audit, access_audit, vehicle, directory
  to keyturn_app;
-- What boarding wrote about an account stays; only its state and the heads of its chains move.
grant select, insert on account to keyturn_app;
grant update (status, event_count, event_seal, audit_count, audit_seal, last_effective_date,
  review_on) on account to keyturn_app;
grant select, insert, update on obligor, payoff_quote, funding_account, payment, outbox,
  account_message, business_date, login, login_session, attempt_budget, access_chain to keyturn_app;
grant select, insert on close_step, form_submission, login_account, rule_version to keyturn_app;
grant delete on login_session, attempt_budget, form_submission, outbox to keyturn_app;
grant select on ledger_account to keyturn_app;
