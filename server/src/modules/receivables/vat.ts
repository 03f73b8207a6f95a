import { parseRatio, type Ratio, ratio } from '@yizhuan/kit'

/** What stands in the place of a rate where a sale bears no tax: not the same as a rate of nought. */
export const exempt = 'exempt'

/** The tax that a rate says, as a part of what is without it. */
export const vatPart = (rate: string): Ratio =>
  rate === exempt ? ratio(0) : parseRatio(rate, 'vatRate')
