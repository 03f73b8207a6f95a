import { useQueryClient } from '@tanstack/react-query'
import type { ContractScopeWire } from '@yizhuan/server/wire/contracts/contract'
import { useState } from 'react'
import { write } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import type { ContractWire } from './contract.api.ts'
import { useOpenedSeq } from './useOpenedSeq.ts'

const texts = ['rightsGranted', 'field', 'territory', 'keyTerms'] as const
const asked = [...texts, 'exclusivity', 'termFrom', 'termTo', 'reason'] as const

/** Writes down what a contract grants, for what use, where and how long. */
export function ScopeForm({ one, onClose }: { one: ContractWire; onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [draft, setDraft] = useState<Readonly<Record<(typeof asked)[number], string>>>({
    ...{ rightsGranted: one.rightsGranted ?? '', field: one.field ?? '' },
    ...{ territory: one.territory ?? '', keyTerms: one.keyTerms ?? '' },
    ...{ exclusivity: one.exclusivity ?? '', reason: '' },
    ...{ termFrom: one.termFrom ?? '', termTo: one.termTo ?? '' },
  })
  const [error, setError] = useState<unknown>()
  const expectedSeq = useOpenedSeq(one.id)
  const wrong = fieldErrors(error, asked)
  const field = (name: (typeof asked)[number]) => ({
    ...{ label: t(`contracts.fields.${name}`), name, value: draft[name] },
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
    error: wrong.at(name),
  })
  const send = async () => {
    setError(undefined)
    const given = (name: (typeof asked)[number]) => draft[name].trim() || null
    const body: ContractScopeWire = {
      ...{ rightsGranted: given('rightsGranted'), field: given('field') },
      ...{ territory: given('territory'), keyTerms: given('keyTerms') },
      exclusivity: given('exclusivity') as ContractScopeWire['exclusivity'],
      ...{ termFrom: given('termFrom'), termTo: given('termTo'), reason: draft.reason },
      ...(expectedSeq !== undefined && { expectedSeq }),
    }
    try {
      await write('PUT', `/contracts/${one.id}/scope`, body)
      await client.invalidateQueries({ queryKey: ['contract', one.id] })
      await client.invalidateQueries({ queryKey: [`/contracts/${one.id}/history`] })
      onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Dialog title={t('contracts.scope')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <LongTextField {...field('rightsGranted')} hint={t('contracts.rightsHint')} />
        <TextField {...field('field')} />
        <TextField {...field('territory')} />
        <ChoiceField
          {...field('exclusivity')}
          choices={(['exclusive', 'sole', 'plain'] as const).map((value) => ({
            ...{ value, label: t(`contracts.exclusivities.${value}`) },
          }))}
        />
        <DayField {...field('termFrom')} />
        <DayField {...field('termTo')} />
        <LongTextField {...field('keyTerms')} hint={t('contracts.keyTermsHint')} />
        <TextField {...field('reason')} isRequired />
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('contracts.saveScope')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
