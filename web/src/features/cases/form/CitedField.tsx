import type { Citable } from '@yizhuan/procedures'
import { useState } from 'react'
import { ChoiceField } from '../../../ui/fields/ChoiceFields.tsx'
import type { FieldProps } from '../../../ui/fields/Field.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { typedYuan, yuanText } from '../../../ui/Money.tsx'
import { citedAt } from './cited.ts'
import type { FormSide } from './FieldInput.tsx'

/** A receipt or a cost on record, chosen by day, voucher and amount; a cost is told whole by its choice. */
export function CitedField(
  props: FieldProps<string> & { citable: readonly Citable[]; form: FormSide },
) {
  const { named } = useLanguage()
  const { citable, form, ...field } = props
  // Costs of two kinds may bear one voucher: which of them was meant is kept beside it, and with a draft.
  const [chosen, choose] = useState(-1)
  const { value = '' } = field
  const at = citedAt(citable, { value, chosen, kind: form.valueAt(['kind']) })
  const choices = citable.map(({ on, voucher, left, kind }, place) => ({
    value: String(place),
    label: [on, yuanText(left), kind && named('choice', kind), voucher].filter(Boolean).join(' · '),
  }))
  // What was typed on another day, and stands no longer in the record, is not hidden.
  const kept = value !== '' && at < 0 ? [{ value: typed, label: value }] : []
  const take = (place: string) => {
    if (place === typed) return
    const one = place === '' ? undefined : citable[Number(place)]
    choose(one ? Number(place) : -1)
    field.onChange(one?.voucher ?? '')
    if (one?.kind === undefined) return
    form.change(['kind'], one.kind)
    form.change(['amount'], typedYuan(one.left))
  }
  const shown = kept.length > 0 ? typed : at < 0 ? '' : String(at)
  return (
    <ChoiceField
      {...field}
      value={shown}
      choices={[...choices, ...kept]}
      isFolded
      onChange={take}
    />
  )
}

const typed = 'typed'
