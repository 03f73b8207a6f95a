import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** A column that holds any JSON value; it is written as JSON text and read parsed. */
export type Json<Value = unknown> = ColumnType<Value, string, string>

interface InstitutionTable {
  id: string
  name: string
  createdAt: Generated<Date>
}

interface AccountTable {
  id: string
  login: string
  institutionId: string
  personId: string
  name: string
  roles: string[]
  rolesTurn: Generated<string | null>
  lang: Generated<'zh' | 'en'>
  passwordHash: string | null
  invitationHash: string | null
  invitationUntil: Date | null
  wrongCount: Generated<number>
  lockedUntil: Date | null
  disabledAt: Date | null
  createdAt: Generated<Date>
}

interface SessionTable {
  tokenHash: string
  accountId: string
  createdAt: Date
  seenAt: Date
  endedAt: Date | null
  address: string | null
  agent: string | null
}

interface RoleGrantTable {
  id: string
  accountId: string
  role: string
  fromDay: string
  toDay: string | null
  grantedAt: Date
  grantedBy: string
  grantedName: string
  reason: string | null
  revokedAt: Date | null
  revokedName: string | null
}

interface SignInAttemptTable {
  id: string
  login: string
  accountId: string | null
  outcome: string
  address: string
  at: Date
}

interface ChainHeadTable {
  institutionId: string
  chain: string
  seq: number
  hash: string
}

interface UploadDayTable {
  institutionId: string
  personId: string
  day: string
  /** A 64-bit number stays a text. */
  bytes: string
}

interface AuditEntryTable extends ChainHeadTable {
  action: string
  subjectId: string | null
  at: Date
  byPerson: string | null
  entry: Json<Record<string, unknown>>
  prev: string
}

interface FileTable {
  institutionId: string
  sha256: string
  name: string
  type: string
  size: number
  addedBy: string | null
  addedAt: Generated<Date>
}

interface FileUploadTable {
  institutionId: string
  sha256: string
  personId: string
}

interface RecordFileTable {
  institutionId: string
  id: string
  kind: string
  recordId: string
  sha256: string
  name: string
  size: number
  note: string | null
  addedAt: Date
  addedBy: string
  addedName: string
  takenOffAt: Date | null
  takenOffName: string | null
  takenOffReason: string | null
}

interface OutboxTable {
  id: string
  institutionId: string
  fact: string
  body: Json<Record<string, unknown>>
  createdAt: Generated<Date>
  takenAt: Generated<Date | null>
}

interface JobTable {
  /** A decimal text: 64 bits. */
  number: Generated<string>
  institutionId: string
  task: string
  payload: Json<Record<string, unknown>>
  queue: string | null
  key: string | null
  runAt: Date
  revision: Generated<number>
  attempts: Generated<number>
  trouble: Generated<string | null>
}

interface SearchDocumentTable {
  institutionId: string
  kind: string
  id: string
  label: string | null
  /** The label without joints, blanks and check character. */
  number: string | null
  title: string
  body: string
  lexemes: string
  heading: GeneratedAlways<string>
  /** Its place in the order in which records came; a 64-bit number stays a text. */
  place: Generated<string>
  edition: Generated<number>
}

/**
 * The tables of the database, in camelCase. A module adds its own in its `*.table.ts`:
 * `declare module '../../platform/tables.ts' { interface Tables { act: ActTable } }`.
 */
export interface Tables {
  institution: InstitutionTable
  account: AccountTable
  session: SessionTable
  roleGrant: RoleGrantTable
  signInAttempt: SignInAttemptTable
  chainHead: ChainHeadTable
  auditEntry: AuditEntryTable
  uploadDay: UploadDayTable
  file: FileTable
  fileUpload: FileUploadTable
  recordFile: RecordFileTable
  outbox: OutboxTable
  job: JobTable
  searchDocument: SearchDocumentTable
}
