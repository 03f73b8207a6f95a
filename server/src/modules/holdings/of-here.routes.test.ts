import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { houseIn, opened } from './testing/house.ts'

// What a text of another place asks is nothing to ask of a house: its file, its portfolio and its people are
// told the articles of the nation and of its own place.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app?.close())

interface Document {
  readonly matter: string
  readonly id: string
  readonly articles: readonly { readonly source: string; readonly at: string }[]
}

const transfer = {
  ...{ matter: 'transfer', terms: '协议转让', handler: 'institution', minuted: true },
  ...{ from: '示例医院（虚构）', to: '示例创投（虚构）', part: '9%', price: '100000000' },
}

/** The documents of a holding whose transfer is decided, and what the house reads of its portfolio. */
async function fileIn(province: string) {
  const { officer, leaders } = await houseIn(app, province)
  const { id, record } = await opened(officer)
  await record(leaders, 'eventDecided', transfer)
  const { documents } = (await officer.get(`/holdings/${id}`)).body
  const portfolio = await officer.get('/holding-portfolio?from=2026-01-01&to=2026-12-31')
  const sources = (all: readonly { articles: Document['articles'] }[]) =>
    [...new Set(all.flatMap(({ articles }) => articles.map(({ source }) => source)))].toSorted()
  return {
    documents: documents as readonly Document[],
    ofDocuments: sources(documents),
    ofPortfolio: sources([portfolio.body]),
  }
}

test('in Guangdong no draft of Shanghai asks for anything', async () => {
  const { documents, ofDocuments, ofPortfolio } = await fileIn('CN-GD')
  expect(ofDocuments).toEqual(['cn-company-law', 'cn-equity-deferral-2016', 'gd-2025'])
  expect(ofPortfolio).toEqual(['gd-2025'])
  // A unit of Guangdong transfers by itself, after an appraisal: no department decides.
  const ofTransfer = documents.filter(({ matter }) => matter === 'transfer').map(({ id }) => id)
  expect(ofTransfer).toEqual(['appraisal', 'decision', 'contract', 'registration'])
})

test('in Shanghai the list of Guangdong is good practice, and the department decides', async () => {
  const { documents, ofDocuments, ofPortfolio } = await fileIn('CN-SH')
  expect(ofDocuments).toEqual(['cn-company-law', 'cn-equity-deferral-2016', 'sh-draft-2024'])
  expect(ofPortfolio).toEqual(['sh-draft-2024'])
  expect(documents.find(({ id }) => id === 'department')?.articles).toMatchObject([
    { source: 'sh-draft-2024', at: 'a9.p2' },
  ])
  expect(documents.find(({ id }) => id === 'entry')?.articles).toEqual([])
})
