import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { type Asked, type Draft, SmallForm } from '../../ui/SmallForm.tsx'
import {
  consequences,
  type ObligationWire,
  obligationKinds,
  obligors,
  tellObligation,
  useRereadObligations,
} from './obligation.api.ts'

/** What is being said of the obligations of a contract. */
export type Told =
  | { readonly is: 'agreed' }
  | {
      readonly is: 'amended' | 'extended' | 'concluded' | 'takenBack'
      readonly one: ObligationWire
    }

/** The form that says it. */
export function ObligationForm(props: { contract: string; told: Told; onClose: () => void }) {
  const { contract, told, onClose } = props
  switch (told.is) {
    case 'agreed':
      return <AgreeForm contract={contract} onClose={onClose} />
    case 'amended':
      return <AmendForm one={told.one} onClose={onClose} />
    case 'extended':
      return <ExtendForm one={told.one} onClose={onClose} />
    case 'concluded':
      return <OutcomeForm one={told.one} onClose={onClose} />
    case 'takenBack':
      return <TakeBackForm one={told.one} onClose={onClose} />
  }
}

type OfOne = { readonly one: ObligationWire; readonly onClose: () => void }

/** What follows is asked once it is said that something does. */
const followsSomething = ({ consequence = '' }: Draft) => !['', 'none'].includes(consequence)

/** The questions about what is to be done, as answered before. */
function useFields(one?: ObligationWire): readonly Asked[] {
  const { t, named } = useLanguage()
  const from = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: named(`obligations.values.${group}`, value) }))
  return [
    {
      ...{ name: 'title', as: 'line', label: t('obligations.fields.title'), isRequired: true },
      ...{ hint: t('obligations.titleHint'), first: one?.title ?? '' },
    },
    {
      ...{ name: 'kind', as: 'choice', label: t('obligations.fields.kind'), isRequired: true },
      ...{ choices: from('kind', obligationKinds), first: one?.kind ?? '' },
    },
    {
      ...{ name: 'obligor', as: 'choice', label: t('obligations.fields.obligor') },
      ...{ isRequired: true, choices: from('obligor', obligors), first: one?.obligor ?? '' },
    },
    {
      ...{ name: 'dueOn', as: 'day', label: t('obligations.fields.dueOn'), isRequired: true },
      first: one?.dueOn ?? '',
    },
    {
      ...{ name: 'clause', as: 'line', label: t('obligations.fields.clause') },
      ...{ hint: t('obligations.clauseHint'), first: one?.clause ?? '' },
    },
    {
      ...{ name: 'consequence', as: 'choice', label: t('obligations.fields.consequence') },
      ...{ isRequired: true, choices: from('consequence', consequences) },
      first: one?.consequence ?? '',
    },
    {
      ...{ name: 'consequenceText', as: 'text', label: t('obligations.fields.consequenceText') },
      ...{ first: one?.consequenceText ?? '', when: followsSomething },
    },
  ] satisfies readonly Asked[]
}

function AgreeForm({ contract, onClose }: { contract: string; onClose: () => void }) {
  const { t } = useLanguage()
  const reread = useRereadObligations()
  const fields = useFields()
  return (
    <SmallForm
      title={t('obligations.agree')}
      lead={t('obligations.agreeHint')}
      asked={[
        ...fields,
        {
          ...{ name: 'everyMonths', as: 'line', label: t('obligations.fields.everyMonths') },
          hint: t('obligations.everyHint'),
        },
        {
          ...{ name: 'times', as: 'line', label: t('obligations.fields.times') },
          when: (draft) => (draft['everyMonths'] ?? '').trim() !== '',
        },
      ]}
      act={t('obligations.agree')}
      onSend={({ everyMonths, times, ...body }) =>
        tellObligation(`/contracts/${contract}/obligations`, {
          ...body,
          ...(everyMonths != null && { everyMonths: count(everyMonths), times: count(times) }),
        })
      }
      onDone={reread}
      onClose={onClose}
    />
  )
}

/** A typed number; what is none goes as typed, and the server says what is wrong with it. */
const count = (typed: unknown) =>
  typeof typed === 'string' && /^\d{1,3}$/.test(typed) ? Number(typed) : typed

function AmendForm({ one, onClose }: OfOne) {
  const { t } = useLanguage()
  const reread = useRereadObligations()
  const fields = useFields(one)
  return (
    <SmallForm
      title={t('obligations.amend')}
      lead={t('obligations.amendHint')}
      asked={[
        ...fields,
        { name: 'reason', as: 'text', label: t('obligations.fields.reason'), isRequired: true },
      ]}
      act={t('obligations.amend')}
      onSend={(body) => tellObligation(`/obligations/${one.id}`, body, 'PATCH')}
      onDone={reread}
      onClose={onClose}
    />
  )
}

function ExtendForm({ one, onClose }: OfOne) {
  const { t } = useLanguage()
  const reread = useRereadObligations()
  return (
    <SmallForm
      title={t('obligations.extend')}
      lead={
        <>
          {one.title} · {t('obligations.fields.dueOn')} <DayText day={one.dueOn} />
        </>
      }
      asked={[
        { name: 'dueOn', as: 'day', label: t('obligations.newDay'), isRequired: true },
        { name: 'reason', as: 'text', label: t('obligations.extendReason'), isRequired: true },
      ]}
      withFiles
      filesLabel={t('obligations.fields.files')}
      act={t('obligations.extend')}
      onSend={(body) => tellObligation(`/obligations/${one.id}/extension`, body)}
      onDone={reread}
      onClose={onClose}
    />
  )
}

function OutcomeForm({ one, onClose }: OfOne) {
  const { t, named } = useLanguage()
  const reread = useRereadObligations()
  return (
    <SmallForm
      title={t('obligations.conclude')}
      lead={one.title}
      asked={[
        {
          ...{ name: 'outcome', as: 'choice', label: t('obligations.fields.outcome') },
          isRequired: true,
          choices: (['met', 'missed', 'waived', 'annulled'] as const).map((value) => ({
            ...{ value, label: named('obligations.values.outcome', value) },
          })),
        },
        { name: 'on', as: 'day', label: t('obligations.fields.outcomeOn'), isRequired: true },
        {
          ...{ name: 'words', as: 'text', label: t('obligations.fields.outcomeText') },
          ...{ isRequired: true, hint: t('obligations.wordsHint') },
        },
      ]}
      withFiles
      filesLabel={t('obligations.fields.files')}
      act={t('obligations.conclude')}
      onSend={(body) => tellObligation(`/obligations/${one.id}/outcome`, body)}
      onDone={reread}
      onClose={onClose}
    />
  )
}

function TakeBackForm({ one, onClose }: OfOne) {
  const { t } = useLanguage()
  const reread = useRereadObligations()
  return (
    <SmallForm
      title={t('obligations.takeBack')}
      lead={t('obligations.takeBackHint', { title: one.title })}
      asked={[
        { name: 'reason', as: 'text', label: t('obligations.fields.reason'), isRequired: true },
      ]}
      act={t('obligations.takeBack')}
      isDanger
      onSend={(body) => tellObligation(`/obligations/${one.id}/outcome/take-back`, body)}
      onDone={reread}
      onClose={onClose}
    />
  )
}
