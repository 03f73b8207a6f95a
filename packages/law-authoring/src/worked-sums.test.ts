import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadCases } from './case-document.ts'
import { citationsOf, homeOf, parseCitation } from './citations.ts'
import { packFoldersIn, readPackSource } from './pack-source.ts'
import { isTrue } from './testing/calculator.ts'

const packs = join(fileURLToPath(new URL('../../../', import.meta.url)), 'packs')

const worked = packFoldersIn(packs).flatMap((dir) => {
  const source = readPackSource(dir)
  const known = new Set(citationsOf(source).map(({ source: id, at }) => `${id}#${at}`))
  const beside = { pack: source.id, known, home: homeOf(source) }
  return loadCases(dir).flatMap(({ sums, cite = [], ...each }) =>
    sums ? [{ ...beside, ...each, cite, sums }] : [],
  )
})

describe('worked sums', () => {
  it('are more than sixty, from the nation and two places', () => {
    expect(worked.length).toBeGreaterThan(60)
    expect(new Set(worked.map(({ pack }) => pack)).size).toBe(3)
  })

  it('are right by a calculator of their own', () => {
    const wrong = worked.flatMap(({ name, sums }) =>
      sums.filter((sum) => !isTrue(sum)).map((sum) => `${name}: ${sum}`),
    )
    expect(wrong).toEqual([])
  })

  it('each cite articles that the norms of their pack cite', () => {
    const lost = worked.flatMap(({ name, cite, known, home }) =>
      cite
        .map((text) => parseCitation(text, home))
        .filter(({ source, at }) => !known.has(`${source}#${at}`))
        .map(({ at }) => `${name}: ${at}`),
    )
    expect(worked.filter(({ cite }) => cite.length === 0)).toEqual([])
    expect(lost).toEqual([])
  })

  it('write out the net income, what is carried forward, and every floor and cap they expect', () => {
    const silent = worked.flatMap(({ name, sums, money }) =>
      [money?.net, forward(money?.carried), ...Object.values(money?.shares ?? {})]
        .filter((fen) => fen !== undefined)
        .filter((fen) => !sums.some((sum) => sum.endsWith(`= ${yuan(BigInt(fen))}`)))
        .map((fen) => `${name}: ${fen}`),
    )
    expect(silent).toEqual([])
  })
})

describe('the calculator', () => {
  it.each(['1 + 2 * 3 = 7', '(1 + 2) * 3 = 9', 'up(0.011) = 0.02', 'down(0.019) = 0.01'])(
    'finds %s true',
    (sum) => expect(isTrue(sum)).toBe(true),
  )
  it.each(['1 + 2 * 3 = 9', 'up(0.01) = 0.02', 'max(-3, 0) = 3', '50% = 0.05'])(
    'finds %s false',
    (sum) => expect(isTrue(sum)).toBe(false),
  )
  it.each(['1 +', '1', '1 = 1 = 1', 'of(1) = 1', '1 1 = 1', '(1 = 1', '1 ½ = 1'])(
    'does not read %s',
    (sum) => expect(() => isTrue(sum)).toThrow(Error),
  )
})

const forward = (carried: string | undefined) => (carried === '0' ? undefined : carried)

function yuan(fen: bigint): string {
  const rest = String(fen % 100n).padStart(2, '0')
  return rest === '00' ? String(fen / 100n) : `${fen / 100n}.${rest}`
}
