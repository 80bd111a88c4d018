-- What the application changes in a session or in a notice, and no more: a session never becomes
-- somebody else's, shows no more than it did, and what a person reported stays as they said it.
revoke update on login_session, staff_notice from keyturn_app;
grant update (held, last_seen_at, expires_at) on login_session to keyturn_app;
grant update (closed_at, closed_by) on staff_notice to keyturn_app;
