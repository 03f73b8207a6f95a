import type { Shape } from '../shape.ts'
import type { agents as chinese } from '../zh/agents.ts'

/** What an agency can be told to do. */
export const instructionKinds = {
  pay: 'Pay',
  let_lapse: 'Let lapse',
  respond: 'Respond',
  file: 'File',
  other: 'Other',
}

/** Who represents the house for a right, and what they were told. */
export const agents: Shape<typeof chinese> = {
  agents: {
    title: 'Agency and instructions',
    record: 'Record the agency',
    recordLead:
      'It acts from this day on, until the next one is recorded. Leave the agency empty where nobody acts any more.',
    instruct: 'Record an instruction',
    instructLead:
      'Takes down what the agency was told; nothing is sent from here. It is never changed: take a wrong one back and record another.',
    from: 'From',
    agency: 'Agency',
    attorney: 'Attorney',
    mail: 'E-mail',
    reference: 'Their reference',
    basis: 'By',
    basisHint: 'Power of attorney or letter of dismissal, with its number',
    nobody: 'Nobody acts any more',
    none: 'No agency is recorded',
    noneHint: 'Once it is, what it was told can be taken down one by one.',
    before: 'Earlier agencies',
    instructions: 'What the agency was told',
    kind: 'Instruction',
    kinds: instructionKinds,
    about: 'About',
    on: 'Given on',
    dueOn: 'To be done by',
    takeBack: 'Take back',
    takeBackLead: 'It stays readable, with who took it back and why.',
    takenBack: 'taken back',
    reason: 'Reason',
  },
}
