import type { Citable } from '@yizhuan/procedures'

/**
 * Which line a form cites. Costs of two kinds may bear one voucher: the last choice tells them apart, and in a
 * form that was opened again the kind that it was kept with.
 */
export function citedAt(
  citable: readonly Citable[],
  said: { readonly value: string; readonly chosen: number; readonly kind: unknown },
): number {
  const { value, chosen, kind } = said
  if (citable[chosen]?.voucher === value) return chosen
  const exact = citable.findIndex((one) => one.voucher === value && one.kind === kind)
  return exact >= 0 ? exact : citable.findIndex(({ voucher }) => voucher === value)
}
