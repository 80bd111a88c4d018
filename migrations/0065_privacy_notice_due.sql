-- The privacy notice goes to customers, and a loan that was charged off is none (12 CFR
-- 1016.5(b)(2)). That an account was looked at for a notice and is not to have it holds for as many
-- events as it had then: with another one it may be a customer again, and is looked at again.
alter table account
  add column privacy_passed uuid,
  add column privacy_passed_events integer,
  add check ((privacy_passed is null) = (privacy_passed_events is null));

-- Until now such an account was marked as given a notice that it has not.
update account a set privacy_notice = null
where a.privacy_notice is not null and not exists (
  select from document d where d.account_id = a.account_id
    and d.kind = 'privacyNotice' and d.subject = a.privacy_notice
);

-- The notice about which nothing is to be done as the account stands; nil: there is none. Of another
-- one only these accounts are asked for, in this order.
alter table account add column privacy_settled uuid not null generated always as (
  coalesce(
    case when privacy_passed_events = event_count then privacy_passed else privacy_notice end,
    '00000000-0000-0000-0000-000000000000'
  )
) stored;
create index account_privacy on account (privacy_settled, account_id)
  where status = 'open' and source <> 'abs-ee';

grant update (privacy_passed, privacy_passed_events) on account to keyturn_app;
