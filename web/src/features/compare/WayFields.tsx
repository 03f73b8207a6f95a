import { useQuery } from '@tanstack/react-query'
import type { StackWire } from '../../api/laws.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { allQuery, oneQuery } from './compare.api.ts'
import { useFormLaws } from './FormDeal.tsx'
import { lawChoices, type SideName, type Ways } from './ways.ts'

/** How one side is looked at: under which law, on which day, by which reading. */
export function WayFields(props: {
  side: SideName
  ways: Ways
  stacks: readonly StackWire[]
  isForm: boolean
  caseId: string | undefined
  onChange: (changes: Readonly<Record<string, string | undefined>>) => void
}) {
  const { t, say } = useLanguage()
  const { side, ways, stacks, isForm, onChange } = props
  const readings = useReadings(props)
  // Most titles of drafts say so themselves.
  const isMarked = ({ isDraft, title }: StackWire) =>
    isDraft && !say(title).toLowerCase().includes(t('library.draft').toLowerCase())
  const choices = lawChoices(stacks, isForm).map(({ value, stack, revision }) => ({
    value,
    label:
      stack === undefined
        ? t(value === 'own' ? 'compare.own' : 'compare.place')
        : [
            say(stack.title),
            revision === undefined ? '' : t('library.revision', { number: revision }),
            isMarked(stack) ? `· ${t('library.draft')}` : '',
          ]
            .filter(Boolean)
            .join(' '),
  }))
  return (
    <fieldset className="way">
      <legend>{t(`compare.${side}`)}</legend>
      <ChoiceField
        label={t('compare.law')}
        name={side}
        isFolded
        value={ways[side]}
        choices={choices}
        onChange={(law) => onChange({ [side]: law, [`${side}Reading`]: undefined })}
      />
      <DayField
        label={t('compare.day')}
        name={`${side}Day`}
        value={ways[`${side}Day`] ?? ''}
        hint={t('compare.dayHint')}
        onChange={(day) => onChange({ [`${side}Day`]: day })}
      />
      <ChoiceField
        label={t('compare.reading')}
        name={`${side}Reading`}
        isFolded
        value={ways[`${side}Reading`] ?? ''}
        choices={readings.flatMap(({ id, question, choices: ofClause }) =>
          ofClause.map((choice) => ({
            value: `${id}:${choice.id}`,
            label: `${say(question)}——${say(choice.text)}`,
          })),
        )}
        onChange={(reading) => onChange({ [`${side}Reading`]: reading })}
      />
    </fieldset>
  )
}

/** The readings of both laws, as the answer that is shown tells them. */
function useReadings({
  ways,
  isForm,
  caseId,
  stacks,
}: {
  ways: Ways
  isForm: boolean
  caseId: string | undefined
  stacks: readonly StackWire[]
}) {
  const all = useQuery({ ...allQuery(ways), enabled: caseId === undefined })
  const one = useQuery({
    ...oneQuery(caseId ?? '', ways),
    enabled: !isForm && caseId !== undefined,
  })
  const laws = useFormLaws(ways, stacks, isForm)
  if (isForm) {
    const clauses = new Map((laws.data ?? []).flatMap(({ law }) => [...law.interpretations]))
    return [...clauses].map(([id, { question, readings }]) => ({
      id,
      question,
      choices: [...readings].map(([choice, { text }]) => ({ id: choice, text })),
    }))
  }
  return (caseId === undefined ? all.data : one.data)?.readings ?? []
}
