import type { Day } from '@yizhuan/kit'
import { assess } from '@yizhuan/law'
import type { Tx } from '../../platform/database.ts'
import { institutionFactsOn } from '../institutions/index.ts'
import { transferPostsOn } from '../people/index.ts'
import { groundOf } from '../policies/index.ts'
import { type Answer, articlesOf, demandsIn, factsFrom, inWords, stateFor } from './checklist.ts'
import { allRules, lineOf } from './internal-rule.queries.ts'
import { topicsAsked, topicsIn } from './internal-rule.ts'
import type { ChecklistWire } from './internal-rule.wire.ts'

/** What the law of the place asks the institution to have, and what its registers answer, on a day. */
export async function checklistOn(tx: Tx, institution: string, on: Day): Promise<ChecklistWire> {
  const { law, rules: own, chosen } = await groundOf(tx, institution, on)
  const rules = (await allRules(tx, institution)).map((rule) => lineOf(rule, on))
  const answers = await answersOn(tx, institution, on)
  const norms = demandsIn(law)
  const only = new Set(norms.map(({ id }) => id))
  const facts = factsFrom(law, rules, answers)
  const { findings } = assess(law, facts, { asOf: on, rules: own, chosen, only })
  const label = (fact: string) => inWords(law, { fact, value: '', document: null }).label
  return {
    on,
    law: law.id,
    demands: findings
      .filter(({ status }) => status !== 'na')
      .map((finding) => {
        const topics = topicsAsked(finding.rule)
        return {
          norm: finding.norm,
          title: finding.title,
          force: finding.force,
          isAdvisory: finding.advisory,
          articles: articlesOf(finding.rule),
          topics: [...topics],
          status: finding.status,
          due: finding.due ?? null,
          state: stateFor(finding.rule, rules),
          rules: rules.filter(({ topic }) => topics.includes(topic)).map(({ id }) => id),
          missing: finding.missing.filter((fact) => fact !== 'internalRules').map(label),
        }
      }),
    rules,
    topics: topicsIn(law),
    known: answers
      .filter(({ fact }) => fact in law.vocabulary)
      .map((answer) => ({
        fact: answer.fact,
        ...inWords(law, answer),
        document: answer.document,
      })),
  }
}

/** What the institution's other registers know. No transfer post entered is not known to be none. */
async function answersOn(tx: Tx, institution: string, on: Day): Promise<readonly Answer[]> {
  const [facts, posts] = await Promise.all([
    institutionFactsOn(tx, institution, on),
    transferPostsOn(tx, institution, on),
  ])
  if (posts === 0) return facts
  return [
    ...facts,
    { fact: 'hasTransferOffice', value: true, document: null },
    { fact: 'transferPosts', value: posts, document: null },
  ]
}
