// Generated from the migrated database: UPDATE_ROWS=1 with its test writes it.
import type { ColumnType, Generated } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { LedgerAccount } from '#src/domain/ledger/ledger-account.ts'
import type { Cents } from '#src/domain/money.ts'

type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>
type NullableBytes = ColumnType<Buffer | null, Uint8Array | null, Uint8Array | null>
/** Read as a value, written as JSON text. */
type Json = ColumnType<unknown, string, string>

type AccessAuditTable = {
  chain: string
  seq: number
  at: string
  request_id: string
  login_id: string | null
  action: string
  address: string
  device: string
  details: Json
  seal: Bytes
}

type AccessChainTable = {
  chain: string
  audit_count: number
  audit_seal: Bytes
}

type AccountTable = {
  account_id: string
  account_number: string
  product: 'loan' | 'lease'
  source: string
  status: 'open' | 'closed'
  event_count: number
  event_seal: Bytes
  audit_count: number
  audit_seal: Bytes
  last_effective_date: CivilDate
  review_on: CivilDate | null
  boarded_at: string
  review_event_count: number | null
  notice_on: Generated<CivilDate | null>
  flags: Generated<string[]>
  statement_on: Generated<CivilDate>
  interest_year: Generated<number>
  privacy_notice: string | null
  privacy_passed: string | null
  privacy_passed_events: number | null
  privacy_settled: Generated<string>
}

type AccountAuditTable = {
  account_id: string
  seq: number
  at: string
  request_id: string
  actor_kind: 'obligor' | 'staff' | 'system'
  actor_id: string
  action: string
  details: Json
  seal: Bytes
}

type AccountEventTable = {
  account_id: string
  seq: number
  id: string
  effective_date: CivilDate
  posted_at: string
  kind: string
  payload: Json
  rule_version: string
  seal: Bytes
}

type AccountFlagTable = {
  account_id: string
  id: string
  kind: 'death' | 'bankruptcy' | 'dispute' | 'totalLoss' | 'vehicleReturned' | 'legalHold' | 'ceaseContact' | 'repossession' | 'hold'
  obligor_id: string | null
  since: CivilDate
  reason: string
  set_by_kind: 'staff' | 'system'
  set_by: string
  set_at: string
  idempotency_key: string
}

type AccountFlagLiftTable = {
  account_id: string
  flag_id: string
  reason: string
  lifted_by: string
  lifted_at: string
}

type AccountMessageTable = {
  account_id: string
  id: string
  obligor_id: string
  template: string
  parameters: Json
  sent_at: string
  read_at: string | null
}

type AchBatchTable = {
  file_id: string
  number: number
  purpose: 'payment' | 'retry' | 'refund' | 'prenote' | 'accountCheck' | 'returnFee' | 'reversal'
  class: 'WEB' | 'PPD'
  direction: 'debit' | 'credit' | 'both'
  effective: CivilDate
  same_day: string | null
  entries: number
  debits: Cents
  credits: Cents
}

type AchEntryTable = {
  account_id: string
  id: string
  funding_account_id: string
  payment_id: string | null
  purpose: 'payment' | 'retry' | 'refund' | 'prenote' | 'accountCheck' | 'returnFee' | 'reversal'
  direction: 'debit' | 'credit'
  amount: Cents
  class: 'WEB' | 'PPD'
  recurrence: 'single' | 'recurring' | null
  identification: string
  attempt: Generated<number>
  send_on: CivilDate
  wanted: CivilDate | null
  state: 'waiting' | 'inFile' | 'withdrawn' | 'returned' | 'refused'
  file_id: string | null
  batch_number: number | null
  effective: CivilDate | null
  trace: string | null
  sealed: Bytes
  return_code: string | null
  returned_on: CivilDate | null
  created_at: string
  changed_at: string
  refused_then: 'sentAgain' | 'notSent' | null
  sent_again_as: string | null
  try_of: string | null
}

type AchFileTable = {
  id: string
  sent_on: CivilDate
  modifier: string
  state: 'gathering' | 'numbered' | 'delivered' | 'acknowledged' | 'refused'
  created_at: string
  name: string | null
  bytes_hash: NullableBytes
  batches: number | null
  entries: number | null
  entry_hash: Cents | null
  debits: Cents | null
  credits: Cents | null
  delivered_at: string | null
  answered_at: string | null
  answer: string | null
  first_number: Cents | null
  bank: Json | null
  taken_back_at: string | null
  decision: 'sendAgain' | 'doNotSend' | null
  decided_at: string | null
  decided_by: string | null
  carried_out_at: string | null
}

type AttachedPaperTable = {
  account_id: string
  id: string
  kind: 'contract' | 'amendment' | 'titlePaper' | 'insurance' | 'letter' | 'otherPaper'
  title: string
  on_date: CivilDate
  locale: 'en' | 'es'
  obligor_id: string | null
  digest: Bytes
  size: number
  pages: number
  replaces: string | null
  attached_by: string | null
  attached_on: CivilDate
  attached_at: string
  form_key: string
  removed_at: string | null
  standing_digest: NullableBytes
  standing_place: string | null
}

type AttemptBudgetTable = {
  scope: string
  key_hash: Bytes
  failures: number
  last_failure_at: string
  wait_until: string | null
}

type AutopayTable = {
  account_id: string
  id: string
  obligor_id: string
  funding_account_id: string
  terms: Json
  state: 'active' | 'paused' | 'needsAttention' | 'ended'
  state_reason: string
  authorization_text: string
  authorized_at: string
  review_on: CivilDate | null
  idempotency_key: string
  created_at: string
  changed_at: string
  is_on: boolean | null
  by_card: Generated<boolean>
}

type AutopayChangeTable = {
  account_id: string
  autopay_id: string
  seq: number
  at: string
  from_state: 'active' | 'paused' | 'needsAttention' | 'ended' | null
  to_state: 'active' | 'paused' | 'needsAttention' | 'ended'
  reason: string
  actor_kind: 'obligor' | 'staff' | 'system' | 'bank'
  actor_id: string
  details: Json
  idempotency_key: string | null
}

type AutopayDebitTable = {
  account_id: string
  id: string
  autopay_id: string
  day: CivilDate
  installment: number
  state: 'made' | 'skipped' | 'replaced'
  reasons: Json
  amount: Cents
  payment_id: string | null
  decided_at: string
  changed_at: string
  stands: boolean | null
}

type BackupCodeTable = {
  login_id: string
  number: number
  hash: string
  made_at: string
}

type BankReportTable = {
  id: string
  bytes_hash: Bytes
  name: string
  kind: 'returns' | 'acknowledgment' | 'unknown'
  received_at: string
  received_on: CivilDate
  state: 'doubted' | 'open' | 'done'
  problems: Json
  sealed: NullableBytes
  file_id: string | null
}

type BankReportItemTable = {
  id: string
  report_id: string
  place: number
  line: number
  kind: 'return' | 'change'
  code: string
  trace: string
  own_trace: string
  amount: Cents
  settled_on: CivilDate
  date_of_death: CivilDate | null
  sealed: NullableBytes
  state: 'waiting' | 'done' | 'unmatched'
  result: string | null
  retry_on: CivilDate | null
  account_id: string | null
  entry_id: string | null
  handled_at: string | null
}

type BusinessDateTable = {
  only_row: Generated<boolean>
  on_date: CivilDate
  closed_through: CivilDate
  changed_at: string
}

type CalendarFeedTable = {
  account_id: string
  id: string
  obligor_id: string
  secret_hash: Bytes
  locale: 'en' | 'es'
  created_at: string
  ended_at: string | null
  works: boolean | null
}

type CardEventTable = {
  id: string
  kind: string
  account_id: string | null
  payment_id: string | null
  received_at: string
}

type CardPaymentTable = {
  account_id: string
  id: string
  confirmation: string
  obligor_id: string
  amount: Cents
  fee: Cents
  fee_citation: string | null
  choice: 'due' | 'pastDue' | 'duePlusExtra' | 'principal' | 'payoff' | 'other'
  extra: 'principal' | 'installments'
  extra_amount: Cents | null
  to_charges: Cents
  quote_id: string | null
  asked_on: CivilDate
  state: 'started' | 'taking' | 'releasing' | 'failed' | 'paid' | 'disputed' | 'refunded'
  state_reason: string | null
  session_id: string | null
  intent_id: string | null
  brand: string | null
  last_four: string | null
  expires: string | null
  paid_at: string | null
  effective_date: CivilDate | null
  posted_event_id: string | null
  authorization_text: string
  idempotency_key: string
  created_at: string
  changed_at: string
  funding_account_id: string | null
  needs_page: Generated<boolean>
  autopay_id: string | null
  refund_request: string | null
  asked_at: string | null
}

type CardSetupTable = {
  account_id: string
  id: string
  obligor_id: string
  state: 'open' | 'kept' | 'refused' | 'over'
  state_reason: string | null
  session_id: string | null
  funding_account_id: string | null
  authorization_text: string
  idempotency_key: string
  created_at: string
  changed_at: string
}

type CloseStepTable = {
  account_id: string
  business_date: CivilDate
  kind: string
  done_at: string
}

type ClosedLoginAccountTable = {
  login_id: string
  account_id: string
  obligor_id: string
}

type CreditFileTable = {
  id: string
  name: string
  digest: NullableBytes
  lines: number
  total: Cents
  state: 'waiting' | 'approved' | 'posted' | 'dropped'
  received_at: string
  received_by: string | null
  changed_at: string
}

type DirectoryTable = {
  kind: string
  key_hash: Bytes
  account_id: string
}

type DocumentTable = {
  account_id: string
  id: string
  kind: 'payoffLetter' | 'statement' | 'receipt' | 'paidInFull' | 'yearInterest' | 'vehicleInterest' | 'amortization' | 'coupons' | 'autopayCopy' | 'privacyNotice' | 'defermentAgreement'
  subject: string
  locale: 'en' | 'es'
  obligor_id: string | null
  on_date: CivilDate
  sealed: Bytes
  signature: Bytes
  signed_with: string
  code_hash: Bytes
  digest: Bytes
  size: number
  created_at: string
  statement_day: CivilDate | null
  correction: Generated<number>
  corrects: number | null
}

type FormSubmissionTable = {
  session_id: string
  key: string
  outcome: string
  submitted_at: string
}

type FraudMarkTable = {
  id: string
  number_hash: Bytes
  reason: string
  set_by: string
  set_at: string
  form_key: string
  lifted_by: string | null
  lifted_at: string | null
  lifted_reason: string | null
  hash_in_force: NullableBytes
}

type FraudMarkAccountTable = {
  account_id: string
  mark_id: string
  funding_account_id: string
  state_before: 'unverified' | 'checking' | 'verified' | 'failed' | 'stopped'
  reason_before: string | null
  met_at: string
}

type FundingAccountTable = {
  account_id: string
  id: string
  obligor_id: string
  kind: 'checking' | 'savings' | 'card'
  bank_name: string
  last_four: string
  sealed: Bytes
  idempotency_key: string
  added_at: string
  removed_at: string | null
  state: 'unverified' | 'checking' | 'verified' | 'failed' | 'stopped'
  state_reason: string | null
  verified_at: string | null
  nickname: string | null
  is_default: Generated<boolean>
  number_hash: NullableBytes
  default_of: string | null
  live_number_hash: NullableBytes
  expires_on: CivilDate | null
  forgotten_at: string | null
}

type FundingCheckTable = {
  account_id: string
  id: string
  funding_account_id: string
  method: 'prenote' | 'microDeposits'
  state: 'open' | 'passed' | 'failed' | 'withdrawn'
  reason: string | null
  started_on: CivilDate
  send_on: CivilDate
  settles_on: CivilDate
  entry_id: string
  second_entry_id: string | null
  sealed: NullableBytes
  tries: Generated<number>
  last_try_key: string | null
  told_at: string | null
  created_at: string
  changed_at: string
  open_for: string | null
}

type HeldFormTable = {
  session_id: string
  login_id: string
  id: string
  path: string
  sealed: Bytes
  expires_at: string
}

type IntendedPayoffTable = {
  account_id: string
  id: string
  obligor_id: string
  link_id: string | null
  payer: string
  amount: Cents
  expected_on: CivilDate
  stated_at: string
  event_count: number
  state: 'expected' | 'late' | 'short' | 'arrived' | 'withdrawn' | 'replaced'
  changed_at: string
  sealed: NullableBytes
  arrived: Cents | null
  arrived_on: CivilDate | null
  missing: Cents | null
  form_hash: Bytes
  is_open: boolean | null
}

type KnownDeviceTable = {
  id: string
  login_id: string
  token_hash: Bytes
  device: string
  address: string
  known_at: string
  last_used_at: string
}

type LedgerAccountTable = {
  code: string
  grows_by: 'debit' | 'credit'
}

type LenderPaperTable = {
  id: string
  kind: string
  subject: string
  locale: 'en' | 'es'
  on_date: CivilDate
  facts: string
  signature: Bytes
  signed_with: string
  code_hash: Bytes
  digest: Bytes
  size: number
  created_at: string
}

type LoginTable = {
  id: string
  username: string
  username_hash: Bytes
  password: string
  locale: string
  theme: Generated<'system' | 'light' | 'dark'>
  created_at: string
  password_changed_at: string
  held_until: string | null
  recovery_required_at: string | null
  stronger_offered_at: string | null
  closed_at: string | null
}

type LoginAccountTable = {
  login_id: string
  account_id: string
  obligor_id: string
  added_at: string
}

type LoginPasskeyTable = {
  id: string
  login_id: string
  credential_id: Bytes
  public_key: Bytes
  counter: number
  transports: Json
  backed_up: boolean
  name: string
  created_at: string
  last_used_at: string | null
  revoked_at: string | null
  after_password: Generated<boolean>
}

type LoginSessionTable = {
  token_hash: Bytes
  id: string
  login_id: string | null
  form_secret: Bytes
  authenticated: Json
  held: NullableBytes
  address: string
  device: string
  created_at: string
  last_seen_at: string
  expires_at: string
  shared: Generated<boolean>
}

type LoginTotpTable = {
  id: string
  login_id: string
  name: string
  sealed: Bytes
  last_step: number
  created_at: string
  last_used_at: string | null
}

type MessageChoiceTable = {
  account_id: string
  id: string
  obligor_id: string
  contact_key: string
  method: 'sms' | 'email'
  choice: 'wanted' | 'notWanted'
  wording: string
  how: string
  at: string
}

type MoneyRequestTable = {
  id: string
  kind: 'post' | 'file' | 'apply' | 'moveHeld' | 'refund' | 'assign' | 'sendBack' | 'move' | 'waive' | 'extend' | 'chargeOff' | 'cardRefund'
  state: 'asked' | 'done' | 'refused' | 'withdrawn'
  account_id: string | null
  other_account_id: string | null
  subject_id: string | null
  claim: string | null
  amount: Cents
  terms: Json
  reason: string
  asked_by: string | null
  asked_at: string
  form_key: string
  expires_on: CivilDate
  decided_by: string | null
  decided_at: string | null
  decided_on: CivilDate | null
  note: string | null
  alone: Generated<boolean>
}

type MoneyTaskTable = {
  id: string
  kind: string
  about: string
  account_id: string | null
  details: Json
  state: 'open' | 'done'
  opened_at: string
  done_at: string | null
  done_by: string | null
  note: string | null
}

type ObligorTable = {
  account_id: string
  id: string
  role: 'primary' | 'co'
  locale: string
  sealed: Bytes
  proof: Bytes
  birth_date_proof: NullableBytes
}

type ObligorChangeTable = {
  account_id: string
  id: string
  obligor_id: string
  at: string
  kind: 'contactAdded' | 'contactReplaced' | 'contactRemoved' | 'addressChanged' | 'languageChanged' | 'paperlessChosen'
  method: 'sms' | 'email' | null
  actor_kind: 'obligor' | 'staff' | 'system'
  actor_id: string
  was: string | null
  became: string | null
  wording: string | null
  proof: string | null
}

type ObligorChangeValueTable = {
  account_id: string
  id: string
  sealed: Bytes
}

type OutboxTable = {
  id: string
  account_id: string | null
  obligor_id: string | null
  login_id: string | null
  channel: 'portal' | 'email' | 'sms'
  template: string
  parameters: Json
  created_at: string
  delivered_at: string | null
  sealed: NullableBytes
  expires_at: string | null
}

type PaperMailingTable = {
  account_id: string
  document_id: string | null
  obligor_id: string
  queued_at: string
  file_id: string | null
  line: number | null
  id: string
  paper_id: string | null
  asked_by: string | null
  form_key: string | null
  dropped_at: string | null
  goes_by_itself: boolean | null
  waiting_paper: string | null
  dropped_why: 'paperRemoved' | 'noAddress' | null
}

type PaperRequestTable = {
  id: string
  kind: string
  account_id: string
  paper_id: string
  state: 'asked' | 'done' | 'refused' | 'withdrawn'
  claim: string | null
  reason: string
  asked_by: string
  asked_at: string
  form_key: string
  decided_by: string | null
  decided_at: string | null
}

type PasskeyChallengeTable = {
  session_id: string
  purpose: 'show' | 'add'
  challenge: Bytes
  expires_at: string
}

type PaymentTable = {
  account_id: string
  id: string
  confirmation: string
  obligor_id: string
  funding_account_id: string
  amount: Cents
  choice: 'due' | 'pastDue' | 'duePlusExtra' | 'principal' | 'payoff' | 'other'
  extra: 'principal' | 'installments'
  extra_amount: Cents | null
  to_charges: Cents
  quote_id: string | null
  effective_date: CivilDate
  withdrawn_date: CivilDate
  cleared_date: CivilDate
  returnable_until: CivilDate
  state: 'scheduled' | 'canceled' | 'sent' | 'held' | 'notSent' | 'returned' | 'charged'
  authorization_text: string
  idempotency_key: string
  created_at: string
  changed_at: string
  state_reason: string | null
  send_on: CivilDate
  posted_event_id: string | null
  attempts: Generated<number>
  autopay_id: string | null
  fee: Generated<Cents>
  fee_citation: string | null
  by_card: Generated<boolean>
}

type PaymentAttemptTable = {
  account_id: string
  id: string
  number: string
  obligor_id: string
  reason: string
  amount: Cents | null
  choice: string | null
  effective_date: CivilDate | null
  idempotency_key: string
  tried_at: string
}

type PaymentChangeTable = {
  account_id: string
  payment_id: string
  number: number
  amount: Cents
  choice: string
  effective_date: CivilDate
  funding_account_id: string
  authorization_text: string
  idempotency_key: string
  changed_at: string
}

type PayoffLinkTable = {
  account_id: string
  id: string
  obligor_id: string
  login_id: string
  kind: 'dealer' | 'insurer'
  given_to: string
  secret_hash: Bytes
  code_hash: Bytes
  form_hash: Bytes
  created_at: string
  expires_at: string
  wrong_codes: Generated<number>
  ended_at: string | null
  ended_why: 'revoked' | 'locked' | 'forCaller' | null
}

type PayoffLinkVisitTable = {
  account_id: string
  id: string
  link_id: string
  token_hash: Bytes
  network: string
  opened_at: string
  ends_at: string
}

type PayoffQuoteTable = {
  account_id: string
  id: string
  number: string
  obligor_id: string | null
  on_date: CivilDate
  good_through: CivilDate
  total: Cents
  event_count: number
  body: Json
  state: 'open' | 'superseded' | 'expired' | 'used'
  created_at: string
}

type PostingTable = {
  account_id: string
  id: string
  event_id: string
  recorded_by: string
  line: number
  effective_date: CivilDate
  posted_at: string
  debit: LedgerAccount
  credit: LedgerAccount
  amount: Cents
  is_reversal: boolean
}

type PrintFileTable = {
  id: string
  number: number
  name: string
  letters: number
  made_at: string
  digest: NullableBytes
  delivered_at: string | null
}

type ReceivedCreditTable = {
  id: string
  file_id: string
  line: number
  amount: Cents
  received_on: CivilDate
  reference: string
  claim: string | null
  account_id: string | null
  sealed: Bytes
  state: 'waiting' | 'posted' | 'unapplied' | 'sentBack' | 'dropped'
  event_id: string | null
  changed_at: string
}

type RefundTable = {
  account_id: string
  id: string
  amount: Cents
  way: 'bank' | 'check'
  entry_id: string | null
  event_id: string
  state: 'sent' | 'returned'
  state_reason: string | null
  created_at: string
  changed_at: string
}

type RuleVersionTable = {
  id: string
  name: string
  kind: 'contract' | 'servicing'
  effective_from: CivilDate
  body: Json
  digest: string
  citation: Generated<string>
  recorded_at: string
}

type SentCodeTable = {
  id: string
  session_id: string
  login_id: string | null
  purpose: string
  method: 'email' | 'sms'
  code_hash: Bytes
  masked: string
  tries: Generated<number>
  sent_at: string
  expires_at: string
  used_at: string | null
  contact_id: string | null
  sealed: NullableBytes
}

type StaffTable = {
  id: string
  name: string
  email: string
  role: 'agent' | 'supervisor' | 'administrator' | 'auditor'
  sso_issuer: string | null
  sso_subject: string | null
  created_at: string
  created_by: string | null
  approved_at: string | null
  approved_by: string | null
  disabled_at: string | null
}

type StaffChallengeTable = {
  session_id: string
  purpose: 'show' | 'add' | 'sso'
  challenge: Bytes
  expires_at: string
}

type StaffLinkTable = {
  id: string
  staff_id: string
  token_hash: NullableBytes
  created_at: string
  created_by: string | null
  approved_by: string | null
  expires_at: string
  used_at: string | null
}

type StaffNoticeTable = {
  id: string
  kind: string
  login_id: string
  at: string
  details: Json
  closed_at: string | null
  closed_by: string | null
}

type StaffPasskeyTable = {
  id: string
  staff_id: string
  credential_id: Bytes
  public_key: Bytes
  counter: number
  transports: Json
  backed_up: boolean
  name: string
  created_at: string
  last_used_at: string | null
  revoked_at: string | null
}

type StaffSessionTable = {
  token_hash: Bytes
  id: string
  staff_id: string | null
  form_secret: Bytes
  authenticated: Json
  address: string
  device: string
  created_at: string
  last_seen_at: string
  expires_at: string
}

type TotpEnrollmentTable = {
  session_id: string
  login_id: string
  id: string
  sealed: Bytes
  expires_at: string
}

type TrustedDeviceTable = {
  id: string
  login_id: string
  token_hash: Bytes
  spent_hash: NullableBytes
  device: string
  address: string
  trusted_at: string
  last_used_at: string
  expires_at: string
}

type VehicleTable = {
  account_id: string
  id: string
  vin: string | null
  model_year: number | null
  make: string
  model: string
}

export type Database = {
  access_audit: AccessAuditTable
  access_chain: AccessChainTable
  account: AccountTable
  account_audit: AccountAuditTable
  account_event: AccountEventTable
  account_flag: AccountFlagTable
  account_flag_lift: AccountFlagLiftTable
  account_message: AccountMessageTable
  ach_batch: AchBatchTable
  ach_entry: AchEntryTable
  ach_file: AchFileTable
  attached_paper: AttachedPaperTable
  attempt_budget: AttemptBudgetTable
  autopay: AutopayTable
  autopay_change: AutopayChangeTable
  autopay_debit: AutopayDebitTable
  backup_code: BackupCodeTable
  bank_report: BankReportTable
  bank_report_item: BankReportItemTable
  business_date: BusinessDateTable
  calendar_feed: CalendarFeedTable
  card_event: CardEventTable
  card_payment: CardPaymentTable
  card_setup: CardSetupTable
  close_step: CloseStepTable
  closed_login_account: ClosedLoginAccountTable
  credit_file: CreditFileTable
  directory: DirectoryTable
  document: DocumentTable
  form_submission: FormSubmissionTable
  fraud_mark: FraudMarkTable
  fraud_mark_account: FraudMarkAccountTable
  funding_account: FundingAccountTable
  funding_check: FundingCheckTable
  held_form: HeldFormTable
  intended_payoff: IntendedPayoffTable
  known_device: KnownDeviceTable
  ledger_account: LedgerAccountTable
  lender_paper: LenderPaperTable
  login: LoginTable
  login_account: LoginAccountTable
  login_passkey: LoginPasskeyTable
  login_session: LoginSessionTable
  login_totp: LoginTotpTable
  message_choice: MessageChoiceTable
  money_request: MoneyRequestTable
  money_task: MoneyTaskTable
  obligor: ObligorTable
  obligor_change: ObligorChangeTable
  obligor_change_value: ObligorChangeValueTable
  outbox: OutboxTable
  paper_mailing: PaperMailingTable
  paper_request: PaperRequestTable
  passkey_challenge: PasskeyChallengeTable
  payment: PaymentTable
  payment_attempt: PaymentAttemptTable
  payment_change: PaymentChangeTable
  payoff_link: PayoffLinkTable
  payoff_link_visit: PayoffLinkVisitTable
  payoff_quote: PayoffQuoteTable
  posting: PostingTable
  print_file: PrintFileTable
  received_credit: ReceivedCreditTable
  refund: RefundTable
  rule_version: RuleVersionTable
  sent_code: SentCodeTable
  staff: StaffTable
  staff_challenge: StaffChallengeTable
  staff_link: StaffLinkTable
  staff_notice: StaffNoticeTable
  staff_passkey: StaffPasskeyTable
  staff_session: StaffSessionTable
  totp_enrollment: TotpEnrollmentTable
  trusted_device: TrustedDeviceTable
  vehicle: VehicleTable
}
