// What is told of a service contract that was concluded before its case began: by documents and by days.
import { z } from 'zod'
import { code, dayAhead, label, line, money, onDay, text } from '../procedure/fields.ts'
import { earlierDistribution, takenOverData } from '../transfer-case/taken-over/taken-over-data.ts'

const told = takenOverData.contractTakenOver.shape

const asked = z.strictObject({
  signedOn: told.signedOn,
  number: told.number,
  price: money(
    '合同金额（未约定总额的留空）',
    'Contract amount, empty where none was agreed',
  ).optional(),
  performUntil: dayAhead('履行期限至', 'To be performed until').optional(),
  registration: told.registration,
  registrationNumber: told.registrationNumber,
  registeredOn: told.registeredOn,
  acceptedOn: onDay('接手前已验收的，验收日', 'Accepted on, where that was before').optional(),
  acceptedBy: line('验收人', 'Accepted by').optional(),
  earlier: told.earlier,
  documents: told.documents,
  decisionPaper: code(
    ['attached', 'with_contract', 'none'],
    '批准文件或会议纪要',
    'Approval or minutes',
  ).optional(),
  noDecisionPaper: text(
    '没有批准文件或会议纪要的原因',
    'Why there are no approval and no minutes',
  ).optional(),
  endedOn: told.endedOn,
  stillToCome: told.stillToCome,
  platformSince: told.platformSince,
  typedBy: told.typedBy,
})

export const takenOverServiceData = {
  contractTakenOver: asked,
  takeoverConfirmed: takenOverData.takeoverConfirmed,
} as const

/** What the register of contracts knows of it when its case is opened: the form of the act begins with it. */
export const knownServiceContract = asked
  .partial()
  .extend({
    contract: z.uuid(),
    title: z.string().max(500),
    // A part that the register does not say is not nought: whoever takes it over is asked.
    earlier: z.array(earlierDistribution.partial()).max(200).optional(),
  })
  .optional()
  .meta({ ...label('接手的合同', 'Contract taken over'), by: 'register' })

export type TakenOverService = z.infer<typeof asked>
