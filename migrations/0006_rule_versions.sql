-- One name stands for one version of the lender's rules, for ever; only the owner adds one, when
-- the database is migrated.
alter table rule_version
  drop constraint rule_version_name_kind_digest_key,
  add constraint rule_version_name_key unique (name),
  add constraint rule_version_kind_check check (kind in ('contract', 'servicing'));
revoke insert on rule_version from keyturn_app;
