-- Due dates that are moved and loans that are given up as lost are asked for and decided like moves
-- of money. Their amount is what is put off, and the principal that is given up.
alter table money_request
  drop constraint money_request_kind_check,
  add constraint money_request_kind_check check (kind in
    ('post', 'file', 'apply', 'moveHeld', 'refund', 'assign', 'sendBack', 'move', 'waive',
     'extend', 'chargeOff'));
