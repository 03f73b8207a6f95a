// What an archive holds: every tenant table by itself, and of the others what is said here.

/** A table that is not a tenant's, and which of its rows are the institution's ($1). */
interface Shared {
  readonly where: string
  /** Columns that mean nothing elsewhere. */
  readonly without?: readonly string[]
  /** The order of the rows, where it is not that of their key. */
  readonly order?: string
}

const ofAccounts = 'account_id in (select id from account where institution_id = $1)'

/** Tables outside the walls between institutions. One that stands neither here nor below is a mistake. */
export const sharedTables: Readonly<Record<string, Shared>> = {
  institution: { where: 'id = $1' },
  account: {
    where: 'institution_id = $1',
    // A link to be invited by, and a lock after wrong passwords, are of the place they were made at.
    without: ['invitation_hash', 'invitation_until', 'wrong_count', 'locked_until'],
  },
  role_grant: { where: ofAccounts },
  sign_in_attempt: { where: ofAccounts },
  public_notice: { where: 'institution_id = $1' },
  checkpoint: { where: 'institution_id = $1' },
  law_keeper: { where: 'institution_id = $1' },
  // The law is nobody's: cases name the revisions they are judged by, so all of them go along.
  pack_revision: { where: '$1::uuid is not null' },
  job: {
    where: `institution_id = $1 and task not like 'archive/%'`,
    without: ['number'],
    order: 'number',
  },
  outbox: { where: 'institution_id = $1 and taken_at is null' },
}

/** What stays behind, and why: told in docs/archive.md and in the manifest. */
export const leftOut: Readonly<Record<string, string>> = {
  session: 'everybody signs in anew',
  migration: 'the manifest names the migrations',
  case_presence: 'who has a page open at this minute',
  asset_tag: 'tags of the ledger of assets, worked out anew from what they follow from',
  asset_tag_mark: 'which of them are to be worked out anew: all',
  asset_tag_rules: 'the rules by which they were worked out',
  file_naming: 'which records name a file, noted anew as the records come in',
  archive_order: 'the orders of archives, whose files stay where they were made',
}

/** A column whose content only the keys of an installation open. */
export interface SealedColumn {
  readonly table: string
  readonly column: string
  /** What it is bound to; `{id}` is a column of its row. */
  readonly place: string
  /** The fingerprint beside it, made anew with the keys of the new place. */
  readonly index?: { readonly column: string; readonly field: string }
  /** What becomes of a row that must have it where the archive was made without a passphrase. */
  readonly without?: 'no row' | { readonly text: string }
  /** A secret that is stored as it is. */
  readonly isPlain?: true
}

/** What stands where a sealed text was left out and there must be one. */
const said = {
  text: '（归档时未提供口令，内容未移交 / left out: the archive was made without a passphrase）',
}

/** Every sealed column, with the place its module binds it to. */
export const sealedColumns: readonly SealedColumn[] = [
  {
    table: 'person',
    column: 'id_card_sealed',
    place: 'person:idCard:{id}',
    index: { column: 'id_card_index', field: 'person idCard' },
  },
  { table: 'person', column: 'bank_account_sealed', place: 'person:bankAccount:{id}' },
  {
    table: 'payment_order',
    column: 'account_sealed',
    place: 'person:bankAccount:{person_id}',
  },
  {
    table: 'award_order',
    column: 'account_sealed',
    place: 'person:bankAccount:{person_id}',
  },
  {
    table: 'achievement',
    column: 'lead_id_sealed',
    place: 'achievement:leadId:{id}',
    index: { column: 'lead_id_index', field: 'idNumber' },
  },
  {
    table: 'interest_item',
    column: 'holder_sealed',
    place: 'interest:{declaration_id}:{line}',
  },
  { table: 'objection', column: 'name_sealed', place: 'objection:name:{id}', without: said },
  { table: 'objection', column: 'contact_sealed', place: 'objection:contact:{id}', without: said },
  { table: 'objection', column: 'id_number_sealed', place: 'objection:idNumber:{id}' },
  { table: 'objection', column: 'text_sealed', place: 'objection:text:{id}', without: said },
  // A mail that waited here is not sent from elsewhere: its link leads to the address of this platform.
  {
    table: 'inventor_confirmation',
    column: 'mail_sealed',
    place: 'inventor_confirmation:mail:{id}',
  },
  {
    table: 'draft',
    column: 'sealed',
    place: 'draft:{institution_id}:{person_id}:{form}',
    without: 'no row',
  },
  {
    table: 'webhook',
    column: 'url_sealed',
    place: 'webhook:url:{id}',
    // Reserved never to lead anywhere.
    without: { text: 'https://left-out.invalid/' },
  },
  { table: 'webhook', column: 'secret_sealed', place: 'webhook:secret:{id}' },
  { table: 'import_row', column: 'id_sealed', place: 'import:row:{import_id}:{n}' },
  { table: 'ledger_import', column: 'content_sealed', place: 'import:content:{id}' },
  {
    table: 'import_decision',
    column: 'value_sealed',
    place: 'import:decision:{import_id}:{seq}',
  },
  { table: 'account', column: 'password_hash', place: 'account:password:{id}', isPlain: true },
]

/** The place a value is bound to, filled in from its row. */
export function placeIn(template: string, row: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, column: string) => String(row[column]))
}
