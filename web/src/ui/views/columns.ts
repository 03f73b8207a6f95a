import { useQueryParams } from '../useQueryParams.ts'

/** A column that may be left out of a list. */
export interface Column {
  readonly key: string
  readonly label: string
}

/** The columns that the address leaves out; one that a list does not know stays there untouched. */
export function hiddenIn(hide: string | undefined): readonly string[] {
  return hide?.split(',').filter((key) => key !== '') ?? []
}

/** What the address says once a column is turned on or off. */
export function turned(hide: string | undefined, key: string): string {
  const hidden = hiddenIn(hide)
  const next = hidden.includes(key) ? hidden.filter((one) => one !== key) : [...hidden, key]
  return next.join(',')
}

/** Whether a column is shown. */
export function useColumns(): (key: string) => boolean {
  const hidden = hiddenIn(useQueryParams().get('hide'))
  return (key) => !hidden.includes(key)
}
