import type { Shape } from '../shape.ts'
import type { transfer as zh } from '../zh/transfer.ts'

export const transfer: Shape<typeof zh> = {
  differs: {
    title: 'This differs from what was published',
    hint: 'Once recorded, the notice stands no longer and is published again.',
    nothing: 'not filled in',
  },
}
