-- An owner who calls can have staff end a payoff link.
alter table payoff_link drop constraint payoff_link_ended_why_check;
alter table payoff_link add constraint payoff_link_ended_why_check
  check (ended_why in ('revoked', 'locked', 'forCaller'));
