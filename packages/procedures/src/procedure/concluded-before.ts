// A contract that was concluded before its case began, whatever its procedure: what the record says to an act
// before the contract is told, before somebody else confirmed it, and of what led to it.
import { when } from './order.ts'
import type { ActRule } from './procedure.ts'
import type { CommonState } from './state.ts'

/** What a procedure knows of a contract that its case takes over. */
export interface Takeover<State extends CommonState> {
  /** Whether the case was opened for a contract of the register. */
  takesOver(state: State): boolean
  /** Whether the contract was told. */
  isTold(state: State): boolean
  /** Whether somebody else checked what was told. */
  isConfirmed(state: State): boolean
  /** Whether nothing was recorded since that rests on it. */
  isUntouched(state: State): boolean
}

/** The words of the record about a takeover: the same for every procedure. */
export function takeoverRules<State extends CommonState>(of: Takeover<State>) {
  return {
    /** What led to the contract is told with its takeover, and by no act of its own. */
    concludedBefore: when<State>(
      of.takesOver,
      'concluded-before',
      '本项目接手的是已签合同，签约前的步骤已在接手时写明，不再办理。',
      'This case takes over a contract that was concluded before; what led to it is told with the takeover.',
    ),
    noContract: when<State>(
      (state) => !of.takesOver(state),
      'no-contract-to-take-over',
      '本项目不是为已签合同立的；请从合同台账中的那份合同立项接手。',
      'This case was not opened for a contract that exists; open one from that contract in the register.',
    ),
    isInUse: when<State>(
      (state) => of.isTold(state) && !of.isUntouched(state),
      'takeover-in-use',
      '接手后已登记到账、费用、分配或变化，不能再改写接手时的内容；成果转化的条款有变化的，请用“登记条款变化”。',
      'Money, a plan or a change was recorded since; what was told at the takeover stays. Where the terms of a transfer changed, record that instead.',
    ),
    /** Whoever told the contract does not say alone that it is so. */
    unconfirmed: when<State>(
      (state) => of.isTold(state) && !of.isConfirmed(state),
      'takeover-unconfirmed',
      '接手的内容尚未由另一人核对原件并确认，确认后再办理。',
      'What was told at the takeover is not confirmed yet: somebody else checks the originals first.',
    ),
    isConfirmed: when<State>(
      of.isConfirmed,
      'takeover-confirmed-already',
      '接手的内容已确认。',
      'The takeover is confirmed already.',
    ),
    nothingToConfirm: when<State>(
      (state) => !of.isTold(state),
      'nothing-taken-over',
      '请先登记“接手已签合同”。',
      'Record “Take over the contract” first.',
    ),
  }
}

/** How the acts of a procedure stand to a contract that was concluded before. */
export interface Beside<State extends CommonState> {
  /** What others did, or what was told, of the contract before its case was opened: it bears its own day. */
  readonly ofBefore: ReadonlySet<string>
  /** What may be said before somebody else has confirmed the takeover. */
  readonly beforeConfirmed: ReadonlySet<string>
  /** Whether an act leads to a contract. */
  leadsToContract(type: string, rule: ActRule<State>): boolean
  readonly rules: Pick<ReturnType<typeof takeoverRules<State>>, 'concludedBefore' | 'unconfirmed'>
}

/** In a case that takes a contract over nothing that led to it is done again, and no act of it is dated back. */
export function besideTakeover<State extends CommonState, One extends ActRule<State>>(
  { ofBefore, beforeConfirmed, leadsToContract, rules }: Beside<State>,
  type: string,
  rule: One,
): One {
  const rests = ofBefore.has(type)
    ? rule.rests
    : (state: State) => [state.opened.on, ...(rule.rests?.(state) ?? [])]
  const { done = [], ahead = [] } = rule
  return {
    ...rule,
    ...(rests && { rests }),
    ...(!beforeConfirmed.has(type) && { ahead: [rules.unconfirmed, ...ahead] }),
    ...(leadsToContract(type, rule) && { done: [rules.concludedBefore, ...done] }),
  }
}
