// What the plan and the payout of a reward carry beside what every act of a service contract does.
import { z } from 'zod'
import { contributor, label, money, share } from '../procedure/fields.ts'

/** Somebody of the team with their part of what is paid out; how much that is follows from it, to the fen. */
export const rewardLine = contributor.extend({
  share: share('分配比例', 'Share'),
  amount: money('金额', 'Amount')
    .optional()
    .meta({ ...label('金额', 'Amount'), unit: 'fen', by: 'register' }),
})

/** The rule of the house that gave the pool, and how it came to it; the register says it. */
export const houseRule = z
  .strictObject({
    version: z.int().min(1),
    title: z.string().max(200),
    /** What was settled by then, and how much the rule gives of all of it. */
    net: money('累计净收入', 'Net income so far'),
    most: money('按办法累计可提取', 'By the rule, so far'),
  })
  .optional()
  .meta({ ...label('本单位分配办法', "The house's rule"), by: 'register' })
