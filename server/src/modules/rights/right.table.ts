import { spellingsAbroad } from '@yizhuan/docket'
import type { GeneratedAlways } from 'kysely'
import type { Register } from '../../platform/register.ts'
import { docketGround } from './docket/law.ts'
import type { RightFields } from './right.ts'

interface RightTable extends RightFields {
  institutionId: string
  id: string
  datedOn: GeneratedAlways<string>
}

declare module '../../platform/tables.ts' {
  interface Tables {
    ipRight: RightTable
  }
}

/** The columns people fill, in the order histories and exports show them. */
export const fieldColumns = [
  'kind',
  'country',
  'number',
  'title',
  'status',
  'publicationNo',
  'woody',
  'certificateNo',
  'version',
  'dosageForm',
  'completedOn',
  'firstPublishedOn',
  'filedOn',
  'grantedOn',
  'validTo',
  'inventors',
  'coOwners',
  'departments',
  'agency',
  'feeDueOn',
  'feePaidYear',
  'achievementId',
  'ledgerAchievement',
  'remark',
] as const satisfies readonly (keyof RightFields)[]

/** What a right abroad is called: with its country, where its number does not begin with it. */
const labelOf = (country: string | null, number: string | null) =>
  country === null || number === null || number.startsWith(country)
    ? number
    : `${country} ${number}`

/** The register of rights. */
export const rightRegister: Register = {
  name: 'right',
  table: 'ipRight',
  columns: fieldColumns,
  foundBy: (fields) => {
    const {
      number,
      title,
      country,
      publicationNo,
      certificateNo,
      inventors,
      coOwners,
      departments,
      agency,
      remark,
    } = fields as unknown as RightFields
    const names = [inventors, coOwners, departments].map((some) => some.join('、'))
    // By the other notations of its office, too.
    const spelt =
      country === null || number === null
        ? []
        : spellingsAbroad(docketGround().law.offices, country, number)
    const texts = [...names, publicationNo, certificateNo, agency, remark, ...spelt]
    return { label: labelOf(country, number), title, texts: [number, ...texts], names: inventors }
  },
}
