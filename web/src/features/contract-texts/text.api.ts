import { queryOptions } from '@tanstack/react-query'
import type {
  ComparedWire,
  NewTextWire,
  NextTextWire,
  TextsWire,
  TextWire,
} from '@yizhuan/server/wire/contract-texts/text'
import { read, withQuery, write } from '../../api/client.ts'

export type {
  ComparedWire,
  NextTextWire,
  TextPartWire,
  TextsWire,
  TextWire,
} from '@yizhuan/server/wire/contract-texts/text'

/** What texts are of: a case or a contract. */
export type DealRef = { readonly case: string } | { readonly contract: string }

/** The texts of a deal, and the model contracts to begin one with. */
export function textsQuery(of: DealRef) {
  return queryOptions({
    queryKey: ['contract-texts', 'of', of],
    queryFn: () => read<TextsWire>(withQuery('/contract-texts', { ...of })),
  })
}

/** A text in a version; in its newest where none is named. */
export function textQuery(id: string, version?: number) {
  const path = `/contract-texts/${id}${version === undefined ? '' : `/versions/${version}`}`
  return queryOptions({
    queryKey: ['contract-texts', id, version ?? 'newest'],
    queryFn: () => read<TextWire>(path),
  })
}

export function comparedQuery(id: string, from: number, to: number) {
  return queryOptions({
    queryKey: ['contract-texts', id, 'compare', from, to],
    queryFn: () => read<ComparedWire>(withQuery(`/contract-texts/${id}/compare`, { from, to })),
  })
}

export function beginText(body: NewTextWire) {
  return write<{ id: string }>('POST', '/contract-texts', body)
}

export function saveText(id: string, body: NextTextWire) {
  return write<{ version: number }>('POST', `/contract-texts/${id}/versions`, body)
}

export function nameText(id: string, version: number) {
  return write<unknown>('POST', `/contract-texts/${id}/name`, { version })
}

export function unnameText(id: string, body: Readonly<Record<string, unknown>>) {
  return write<unknown>('POST', `/contract-texts/${id}/unname`, body)
}
