import { accept, type Outcome, refuse } from '@yizhuan/kit'

// Money that is set aside for a purpose: what came in, what is promised to projects, what went out. What is
// promised is still there, and nobody promises or spends what is not.

export const fundMovements = [
  'contributed',
  'givenBack',
  'committed',
  'released',
  'drawn',
  'returned',
] as const
export type FundMovement = (typeof fundMovements)[number]

/** How a fund stands: the money in it, and how much of that is promised. */
export interface FundPosition {
  readonly cash: bigint
  readonly reserved: bigint
}

/** How one project stands with it: what is promised and not drawn, and what it has of it. */
export interface ProjectPosition {
  readonly reserved: bigint
  readonly outlay: bigint
}

export const emptyFund: FundPosition = { cash: 0n, reserved: 0n }
export const emptyProject: ProjectPosition = { reserved: 0n, outlay: 0n }

/** Why money does not move: how much there is for it. */
export interface FundRefusals {
  'fund-too-small': { readonly free: string }
  'commitment-too-small': { readonly reserved: string }
  'returned-beyond-drawn': { readonly outlay: string }
}

type Signs = readonly [cash: bigint, reserved: bigint, outlay: bigint]

const signs: Readonly<Record<FundMovement, Signs>> = {
  contributed: [1n, 0n, 0n],
  givenBack: [-1n, 0n, 0n],
  committed: [0n, 1n, 0n],
  released: [0n, -1n, 0n],
  drawn: [-1n, -1n, 1n],
  returned: [1n, 0n, -1n],
}

/** Whether a movement is about a project. */
export const isOfProject = (kind: FundMovement) => kind !== 'contributed' && kind !== 'givenBack'

interface Moved {
  readonly kind: FundMovement
  readonly fen: bigint
}
type After = Outcome<
  { readonly fund: FundPosition; readonly project: ProjectPosition },
  FundRefusals
>

/** A fund and a project after a movement: never less than nothing anywhere. */
export function moved(fund: FundPosition, project: ProjectPosition, movement: Moved): After {
  return after(fund, project, movement, signs[movement.kind])
}

/** A fund and a project once a movement that was entered by mistake counts no more. */
export function corrected(fund: FundPosition, project: ProjectPosition, movement: Moved): After {
  const [cash, reserved, outlay] = signs[movement.kind]
  return after(fund, project, movement, [-cash, -reserved, -outlay])
}

function after(
  fund: FundPosition,
  project: ProjectPosition,
  { kind, fen }: Moved,
  [cash, reserved, outlay]: Signs,
): After {
  const next = { cash: fund.cash + cash * fen, reserved: fund.reserved + reserved * fen }
  const left = isOfProject(kind)
    ? { reserved: project.reserved + reserved * fen, outlay: project.outlay + outlay * fen }
    : project
  if (left.reserved < 0n) return refuse('commitment-too-small', { reserved: `${project.reserved}` })
  if (left.outlay < 0n) return refuse('returned-beyond-drawn', { outlay: `${project.outlay}` })
  if (next.cash < next.reserved || next.reserved < 0n) {
    return refuse('fund-too-small', { free: `${fund.cash - fund.reserved}` })
  }
  return accept({ fund: next, project: left })
}
