import type { Editable } from '../../platform/editable.ts'
import type { Given } from '../../platform/register.ts'
import { correctContract } from './contract.commands.ts'
import { listContracts } from './contract.queries.ts'
import { toProblem } from './contract.refusals.ts'
import { contractRegister, fieldColumns } from './contract.table.ts'
import { type ContractFields, contractKinds, contractStatuses } from './contract.ts'
import { ContractFilterWire, CorrectContractWire } from './contract.wire.ts'

/** What the ledger said stays what it said, and what its registration came to its steps say, or its case. */
const untouched = new Set(['ledgerAchievements', 'registration', 'registrationNo'])

/** How contracts of former years are edited, many at once and back to what they were. */
export const contractEditable: Editable = {
  register: contractRegister,
  access: ['tto_negotiator', 'tto_reviewer'],
  many: {
    alike: [
      { field: 'kind', input: 'choice', choices: contractKinds },
      { field: 'status', input: 'choice', choices: contractStatuses, mayBeEmpty: true },
      { field: 'departments', input: 'names' },
      { field: 'lead', input: 'text', mayBeEmpty: true },
      { field: 'remark', input: 'text', mayBeEmpty: true },
    ],
    schema: CorrectContractWire,
    filter: ContractFilterWire,
    async matching(tx, _desk, { institution }, filter, most) {
      const asked = { ...(filter as ContractFilterWire), limit: most }
      return (await listContracts(tx, institution, asked)).items.map(({ id }) => id)
    },
  },
  isAct: ({ changes }) => changes.some(({ field }) => field === 'amendedOn'),
  restorable: new Set(fieldColumns.filter((field) => !untouched.has(field))),
  async edit(tx, { clock }, by, id, { fields, ...why }) {
    const given = { fields: fields as Given<ContractFields>, ...why }
    const outcome = await correctContract(tx, clock, by, id, given)
    return outcome.kind === 'refused' ? toProblem(outcome.refusal) : outcome.value
  },
}
