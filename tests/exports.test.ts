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

test('every list that has pages has both exports, or another way out', () => {
  const golden = new URL('./golden/openapi.json', import.meta.url)
  const { paths, components } = JSON.parse(readFileSync(golden, 'utf8')) as Described
  const pageOf = (schema: Schema | undefined): Schema | undefined =>
    schema?.$ref ? components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema
  const paged = Object.entries(paths)
    .filter(([, { get }]) => {
      const answer = get?.responses['200']?.content?.['application/json']?.schema
      return pageOf(answer)?.properties?.['nextCursor'] !== undefined
    })
    .map(([path]) => path)
  expect(paged.length).toBeGreaterThan(8)
  const without = paged.filter((path) => !paths[`${path}.csv`] || !paths[`${path}.xlsx`])
  expect(without.sort()).toEqual(Object.keys(otherwise).sort())
})
