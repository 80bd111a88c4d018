-- A payment by card that was paid is asked about once a day while its card's bank can still take it
-- back: a webhook that is switched off hides no dispute. Each minute asks about one part of them.
create index card_payment_of_minute on card_payment ((hashtext(id::text) & 1023), paid_at)
  where state in ('paid', 'disputed');
