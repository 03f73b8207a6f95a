import { createHash, randomBytes } from 'node:crypto'
import { signerOf } from '../../../platform/signing.ts'
import { type Manifest, places } from '../manifest.ts'

// Archives as somebody else made them: signed by another, or by a release before this one.

export type Parts = Map<string, Buffer>

/** Signs a manifest as any other installation could. */
export const signedAnew = (parts: Parts, said: Manifest): void => {
  const stranger = signerOf(randomBytes(32))
  const text = JSON.stringify({ ...said, publicKey: stranger.publicKey })
  parts.set(places.manifest, Buffer.from(text))
  parts.set(places.signature, Buffer.from(stranger.sign(text)))
}

/** As if it had been made before the migrations from a number on, up to another if there is one. */
export const leftBefore = (said: Manifest, from: string, to = ':'): void => {
  said.migrations = said.migrations.filter(({ name }) => name < from || name >= to)
}

/** Takes columns away, and tables, as a release had them that did not know them yet. */
export const withoutLater = (
  parts: Parts,
  said: Manifest,
  columns: Readonly<Record<string, string>>,
  tables: readonly string[],
): void => {
  for (const [name, column] of Object.entries(columns)) {
    calledBefore(parts, said, name, (is) => (is === column ? undefined : is))
  }
  for (const name of tables) parts.delete(places.table(name))
  said.tables = said.tables.filter(({ name }) => !tables.includes(name))
}

/** Has the columns of a table as a release had them that called them otherwise, or did not know them yet. */
export const calledBefore = (
  parts: Parts,
  said: Manifest,
  name: string,
  before: (column: string) => string | undefined,
): void => {
  const older = (row: object) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([column, value]) => {
        const called = before(column)
        return called === undefined ? [] : [[called, value]]
      }),
    )
  const lines = String(parts.get(places.table(name)))
    .split('\n')
    .filter(Boolean)
  const bytes = Buffer.from(
    lines.map((line) => `${JSON.stringify(older(JSON.parse(line)))}\n`).join(''),
  )
  parts.set(places.table(name), bytes)
  const table = said.tables.find((one) => one.name === name)
  Object.assign(table ?? {}, {
    ...{ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length },
    columns: table?.columns.flatMap((one) => {
      const called = before(one.name)
      return called === undefined ? [] : [{ ...one, name: called }]
    }),
  })
}
