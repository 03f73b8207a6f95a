import type { Day } from '@yizhuan/kit'
import { dayInChina, ratioText } from '@yizhuan/kit'
import { type ShareLimit, shareLimitsOn } from '@yizhuan/law'
import type { Tx } from '../../platform/database.ts'
import { groundOf } from '../policies/index.ts'
import { documentsOf, type RuleRow, rulesOf } from './distribution-rule.queries.ts'
import { againstLaw, againstLawWords, versionOn } from './distribution-rule.ts'
import type { DistributionRulesWire, DistributionRuleWire } from './distribution-rule.wire.ts'

/** Every version as people read it, with what the law of that day says of it. */
export async function rulesShown(
  tx: Tx,
  institution: string,
  on: Day,
  today: Day,
): Promise<DistributionRulesWire> {
  const rows = await rulesOf(tx, institution)
  const documents = await documentsOf(
    tx,
    institution,
    rows.flatMap(({ internalRuleId }) => internalRuleId ?? []),
  )
  const { law, rules } = await groundOf(tx, institution, today)
  const limits = shareLimitsOn(law, on, rules)
  const inForce = versionOn(rows, on)
  return {
    id: institution,
    on,
    items: rows.map((row) => shown(row, documents, limits, row === inForce)),
    limits: limits.map(({ share, cite, ...limit }) => ({
      ...limit,
      share: ratioText(share),
      cite: { source: cite.source, at: cite.at },
    })),
  }
}

function shown(
  row: RuleRow,
  documents: ReadonlyMap<string, string>,
  limits: readonly ShareLimit[],
  isInForce: boolean,
): DistributionRuleWire {
  const { version, kind, title, number, approvedBy, approvedOn, file, reason, decidesPlans } = row
  const document = documents.get(row.internalRuleId ?? '')
  // Only what counts is held against the law of the day; a version of the past kept that of its own.
  const problems = isInForce ? againstLaw(row.schemes, limits) : []
  return {
    ...{ version, kind, title, number, approvedBy, approvedOn, file, reason, isInForce },
    ...{ from: row.fromDay, to: row.toDay, decidesPlans },
    internalRule:
      row.internalRuleId && document ? { id: row.internalRuleId, title: document } : null,
    schemes: row.schemes.map((scheme) => ({
      ...scheme,
      modes: [...scheme.modes] as DistributionRuleWire['schemes'][number]['modes'],
      layers: scheme.layers.map(({ layer, steps }) => ({ layer, steps: steps.map(copy) })),
      staff: scheme.staff.map(copy),
      purposes: [...scheme.purposes],
    })),
    made: { name: row.madeName, on: dayInChina(row.madeAt.toISOString()) },
    problems: problems.map((one) => ({
      ...{ scheme: one.scheme, isAdvisory: one.limit.isAdvisory },
      words: againstLawWords(one),
    })),
  }
}

const copy = <Step extends object>(step: Step): Step => ({ ...step })
