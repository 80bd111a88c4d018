-- Payments that did not go or came back, the last first, for the desk.
create index payment_not_taken on payment (changed_at) where state in ('notSent', 'returned');
