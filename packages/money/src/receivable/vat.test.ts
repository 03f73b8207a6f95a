import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type TaxedInvoice, taxBorne, taxParts } from './vat.ts'

const sum = (parts: readonly { readonly fen: bigint }[]) =>
  parts.reduce((all, { fen }) => all + fen, 0n)
const line = (receivable: string, fen: bigint, on = '2026-03-02') => ({ receivable, fen, on })

test('the parts of the tax of an invoice come to it, and the rest of rounding is somebody’s', () => {
  const parts = taxParts([
    { of: 'i', vat: 10n, lines: [line('a', 1n), line('b', 1n), line('c', 1n)] },
  ])
  expect(parts.map(({ receivable, fen }) => [receivable, fen])).toEqual([
    ['a', 4n],
    ['b', 3n],
    ['c', 3n],
  ])
})

test('an exempt invoice has no tax; rates of several invoices stand each for itself', () => {
  const parts = taxParts([
    { of: 'i', vat: 0n, lines: [line('a', 1000n)] },
    { of: 'j', vat: 60n, lines: [line('a', 1060n, '2026-04-01')] },
    { of: 'k', vat: 130n, lines: [line('b', 1130n)] },
  ])
  expect(parts).toEqual([
    { receivable: 'a', on: '2026-04-01', fen: 60n },
    { receivable: 'b', on: '2026-03-02', fen: 130n },
  ])
})

test('whatever red letters take back, the sums match, and of what is gone nothing is left of any part', () => {
  const amounts = fc.array(fc.bigInt(1n, 5000n), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      amounts,
      fc.bigInt(0n, 1700n),
      fc.array(fc.bigInt(1n, 2000n), { maxLength: 6 }),
      (asked, percent, cuts) => {
        const names = asked.map((_one, at) => `r${at}`)
        const left = [...asked]
        const whole = sum(asked.map((fen) => ({ fen })))
        const vat = (whole * percent) / 10_000n
        const invoices: TaxedInvoice[] = [
          { of: 'i', vat, lines: names.map((name, at) => line(name, asked[at] ?? 0n)) },
        ]
        let taken = 0n
        let taxTaken = 0n
        const red = (lines: { receivable: string; fen: bigint; on: string }[]) => {
          taken -= sum(lines)
          const due = (vat * taken) / whole - taxTaken
          taxTaken += due
          invoices.push({ of: 'i', vat: -due, lines })
        }
        for (const [at, cut] of cuts.entries()) {
          const one = at % asked.length
          const fen = cut < (left[one] ?? 0n) ? cut : (left[one] ?? 0n)
          if (fen === 0n) continue
          left[one] = (left[one] ?? 0n) - fen
          red([line(names[one] ?? '', -fen, '2026-04-01')])
        }
        expect(sum(taxParts(invoices))).toBe(vat - taxTaken)
        red(
          names.flatMap((name, at) =>
            left[at] ? [line(name, -(left[at] ?? 0n), '2026-05-01')] : [],
          ),
        )
        const rest = taxParts(invoices)
        for (const name of names) {
          expect(sum(rest.filter(({ receivable }) => receivable === name))).toBe(0n)
        }
      },
    ),
  )
})

test('tax lessens income as far as there is income', () => {
  const early = { isRecognised: false, invoiced: 1000n, paid: 0n }
  expect(taxBorne(60n, early)).toBe(0n)
  expect(taxBorne(60n, { ...early, paid: 500n })).toBe(30n)
  expect(taxBorne(60n, { ...early, paid: 5000n })).toBe(60n)
  expect(taxBorne(60n, { ...early, isRecognised: true })).toBe(60n)
})
