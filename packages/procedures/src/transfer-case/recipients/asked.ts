// What only a person can say of those who are rewarded: who held which post, who is staff of the office, and
// what the contract gives in cash instead of equity. The law of some places turns on it; each question is put
// only where it can concern somebody, and what nobody answers stays unknown.
import { flag, share } from '../../procedure/fields.ts'
import type { CaseFacts } from '../../procedure/procedure.ts'
import { routeOf } from '../modes/mode.ts'
import type { CaseState } from '../state.ts'

type Filled = Readonly<Record<string, unknown>>

/** Asked with the plan (gd-2025#a20.p1; sh-draft-2024#a11.p1.i1 and i3, and their readings). */
export const askedOfPlan = {
  // Beside the office's part. Plans of before it was asked do not say it: of them it is not known.
  staffTakesShare: flag(
    '转化服务人员另行持股或参与收益分配',
    'Transfer staff hold equity or share in the income',
  ).default(false),
  staffAgreementSigned: flag(
    '已与成果完成人签订权益奖励分配协议',
    'The agreement on it is signed with those who made the achievement',
  ).optional(),
  staffPaidAsContributors: flag(
    '转化部门人员从贡献人员奖励中分得',
    'Staff of the transfer office are paid from the contributors’ part',
  ).optional(),
  staffNamedContributors: flag(
    '这些人员已列名为贡献人员并经团队同意',
    'They are named as contributors, and the team agreed',
  ).optional(),
  chiefsCashRuled: flag(
    '正职领导现金奖励有单位办法',
    'Cash for chiefs rests on a rule of the institution',
  ).optional(),
  formerChiefGetsEquity: flag(
    '获得股权的人员从成果完成到授奖期间曾任正职领导',
    'Somebody who gets equity held a chief’s post between completion and award',
  ).optional(),
  onlyPartyChiefGetsEquity: flag(
    '获得股权的正职领导只担任党组织正职',
    'The chief who gets equity heads the party organisation only',
  ).optional(),
}

/** Asked with a contract that gives equity (sh-draft-2024#a11.p1.i1). */
export const askedOfContract = {
  contributorsCash: share(
    '折成现金奖励贡献人员的股权比例（没有的填 0%）',
    'Share of the equity that contributors get in cash (0% if none)',
  ).optional(),
  cashOnlyForBarred: flag(
    '折成现金的部分只给不得持股的正职领导',
    'Cash in place of equity goes only to chiefs who may hold none',
  ).optional(),
}

type Asked<Questions> = { readonly [Question in keyof Questions]?: boolean | undefined }

/** What was said of the people of a plan; what was not said is left out. */
export function planAnswers(plan: Asked<typeof askedOfPlan>): CaseFacts {
  const said = Object.keys(askedOfPlan) as readonly (keyof typeof askedOfPlan)[]
  return {
    ...Object.fromEntries(
      said.flatMap((fact) => (plan[fact] === undefined ? [] : [[fact, plan[fact]]])),
    ),
    // Who is paid from the contributors' part shares in the income, whatever else was said.
    ...(plan.staffPaidAsContributors === true && { staffTakesShare: true }),
  }
}

/** What a contract gives in cash instead of equity. */
export const contractAnswers = (contract: {
  readonly contributorsCash?: string | undefined
  readonly cashOnlyForBarred?: boolean | undefined
}): CaseFacts => ({
  ...(contract.contributorsCash !== undefined && {
    contributorsCashForEquity: contract.contributorsCash,
  }),
  ...(contract.cashOnlyForBarred !== undefined && {
    cashOnlyForBarred: contract.cashOnlyForBarred,
  }),
})

/** Questions of the plan that can concern nobody, as it is filled in so far. */
export function idleOfPlan(plan: Filled): readonly string[] {
  const { lines, staffPaidAsContributors, staffTakesShare } = plan
  const people = (Array.isArray(lines) ? lines : []) as readonly Filled[]
  const withEquity = people.filter(({ award }) => award === 'equity')
  return [
    ...(staffPaidAsContributors === true ? [] : ['staffNamedContributors']),
    ...(staffPaidAsContributors === true || staffTakesShare === true
      ? []
      : ['staffAgreementSigned']),
    ...(withEquity.length > 0 ? [] : ['formerChiefGetsEquity']),
    ...(withEquity.some(({ isChief }) => isChief === true) ? [] : ['onlyPartyChiefGetsEquity']),
  ]
}

/** Questions of the contract that a deal without equity does not raise. */
export const idleOfContract = (
  state: CaseState | undefined,
  { contributorsCash }: Filled,
): readonly string[] => {
  if (!state || routeOf(state) !== 'equity_contribution')
    return ['contributorsShare', 'contributorsCash', 'cashOnlyForBarred']
  const isNone = contributorsCash === undefined || /^0+(\.0+)?%$|^0+\//.test(`${contributorsCash}`)
  return isNone ? ['cashOnlyForBarred'] : []
}
