import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// Every list that is read page by page leaves the platform whole, as CSV and as a workbook.

interface Schema {
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, unknown>>
}

interface Described {
  readonly paths: Readonly<Record<string, { readonly get?: { readonly responses: Responses } }>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

type Responses = Readonly<
  Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
>

/** Lists that have another way out, and which. */
const otherwise: Readonly<Record<string, string>> = {
  '/api/v1/imports/{id}/rows': 'the ledger that was brought holds them',
  '/api/v1/imports/{id}/problems': 'problems.csv, to be corrected beside the ledger',
  '/api/v1/stocktakings/{id}/lines': 'stocktaking-lines.csv and .xlsx, of one campaign',
  '/api/v1/public/checkpoints': 'read by programs, as JSON',
  '/api/v1/public/notices': 'read by the public on its page; papers of a notice are printed',
}

/** Lists without pages that nobody takes out as a sheet, and why. */
const small: Readonly<Record<string, readonly string[]>> = {
  'what a form or a page offers to choose from': [
    ...['/policies', '/law/stacks', '/institution/readings', '/officers', '/stock-parts'],
    ...['/imports/tables', '/edits/kinds', '/achievements/similar', '/project-entries/citable'],
    ...['/payouts/payable', '/payouts/payable-awards', '/trusted-authorities'],
  ],
  'texts, which leave as papers': [
    ...['/institution/rules', '/law/revisions', '/contract-texts', '/payouts/treatment'],
    '/contract-standards/library.json',
  ],
  'histories, which leave with the evidence': [
    ...['/institution/history', '/accounts/history', '/substitutions/history'],
    '/delegations/history',
  ],
  'of whoever looks alone': [
    ...['/people/me/openings', '/my-equity', '/my-grant-bonuses', '/notifications', '/search'],
    ...['/search/counts', '/search/waiting'],
  ],
  'what is under way in the office, gone tomorrow': [
    ...['/handovers', '/bulk-acts', '/substitutions', '/imports/under-way', '/edits'],
    ...['/institution/platform-start', '/session/open'],
  ],
  'files, or what makes them': ['/voucher-runs', '/closings', '/archives', '/webhooks'],
  'differences, each shown where it is mended': ['/journal/differences'],
  'cases beside each other, looked at': ['/cases/compare'],
}

const golden = new URL('./golden/openapi.json', import.meta.url)
const { paths, components } = JSON.parse(readFileSync(golden, 'utf8')) as Described

/** The lists whose answer has a field. */
function listsWith(field: string): readonly string[] {
  const pageOf = (schema: Schema | undefined): Schema | undefined =>
    schema?.$ref ? components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema
  return Object.entries(paths)
    .filter(([, { get }]) => {
      const answer = get?.responses['200']?.content?.['application/json']?.schema
      return pageOf(answer)?.properties?.[field] !== undefined
    })
    .map(([path]) => path)
}

const leavesNowhere = (path: string) => !paths[`${path}.csv`] || !paths[`${path}.xlsx`]

test('every list that has pages has both exports, or another way out', () => {
  const paged = listsWith('nextCursor')
  expect(paged.length).toBeGreaterThan(8)
  expect(paged.filter(leavesNowhere).sort()).toEqual(Object.keys(otherwise).sort())
})

test('so has every whole list of a house that is not told to stay', () => {
  const paged = listsWith('nextCursor')
  const whole = [...listsWith('items'), ...listsWith('demands')].filter(
    (path) => !path.includes('{') && !paged.includes(path),
  )
  expect(whole.length).toBeGreaterThan(40)
  const told = Object.values(small).flatMap((names) => names.map((name) => `/api/v1${name}`))
  expect(whole.filter(leavesNowhere).sort()).toEqual(told.sort())
})
