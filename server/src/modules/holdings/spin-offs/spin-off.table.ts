import type { GeneratedAlways } from 'kysely'
import type { Register } from '../../../platform/register.ts'
import type { Json } from '../../../platform/tables.ts'
import type { FileRef } from '../../cases/index.ts'
import type { Link, Member, SpinOffFields } from './spin-off.ts'

interface SpinOffTable extends Omit<SpinOffFields, 'links' | 'people' | 'files'> {
  institutionId: string
  id: string
  links: Json<readonly Link[]>
  people: Json<readonly Member[]>
  files: Json<readonly FileRef[]>
  datedOn: GeneratedAlways<string>
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    spinOff: SpinOffTable
  }
}

/** The columns people fill, in the order histories and exports show them. */
export const fieldColumns = [
  'name',
  'uscc',
  'state',
  'stateSince',
  'foundedOn',
  'business',
  'capitalFen',
  'holdingId',
  'links',
  'people',
  'files',
  'remark',
] as const satisfies readonly (keyof SpinOffFields)[]

/** The register of companies founded on achievements. */
export const spinOffRegister: Register = {
  name: 'spin-off',
  table: 'spinOff',
  columns: fieldColumns,
  json: new Set(['links', 'people', 'files']),
  foundBy: (fields) => {
    const one = fields as unknown as SpinOffFields
    // What it rests on may be closed to who searches: it is found in its own register.
    const people = one.people.map(({ name }) => name)
    const texts = [one.uscc, one.business, ...people]
    return { label: null, title: one.name, texts, names: people }
  },
}
