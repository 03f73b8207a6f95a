import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CarrierWire } from '@yizhuan/server/wire/institutions/carrier'
import { type FormEvent, useState } from 'react'
import { write } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { listsQuery } from './standing.api.ts'

const fields = ['kind', 'name', 'place', 'partner', 'fromDay', 'toDay', 'remark', 'reason'] as const
type Values = Partial<Record<(typeof fields)[number], string>>

/** Enters a centre, an incubator or a base, or changes what is told of one. */
export function CarrierForm({ before, onClose }: { before?: CarrierWire; onClose: () => void }) {
  const { t, say } = useLanguage()
  const client = useQueryClient()
  const { data: lists } = useQuery(listsQuery)
  const [values, setValues] = useState<Values>(() => valuesOf(before))
  const save = useMutation({
    mutationFn: () => {
      const given = fields.flatMap((name): [string, string | null][] => {
        const value = values[name]?.trim()
        if (value) return [[name, value]]
        return before && name !== 'reason' ? [[name, null]] : []
      })
      const body = Object.fromEntries(given)
      return before
        ? write<unknown>('PATCH', `/carriers/${before.id}`, body)
        : write<unknown>('POST', '/carriers', body)
    },
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  const wrong = fieldErrors(save.error, fields)
  const field = (name: (typeof fields)[number]) => ({
    name,
    label: t(`carriers.fields.${name}`),
    value: values[name] ?? '',
    onChange: (value: string) => setValues({ ...values, [name]: value }),
    error: wrong.at(name),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog title={before ? t('people.amend') : t('carriers.enter')} onClose={onClose}>
      <form onSubmit={submit}>
        <ProblemAlert error={save.error} shown={wrong.shown} />
        <ChoiceField
          {...field('kind')}
          choices={Object.entries(lists?.carriers ?? {}).map(([value, label]) => ({
            value,
            label: say(label),
          }))}
          isFolded
          isRequired
        />
        <TextField {...field('name')} isRequired />
        <TextField {...field('place')} />
        <TextField {...field('partner')} />
        <DayField {...field('fromDay')} isRequired />
        <DayField {...field('toDay')} hint={t('carriers.toDayHint')} />
        <LongTextField {...field('remark')} rows={2} />
        {before && <TextField {...field('reason')} isRequired />}
        <div className="actions">
          <Button type="submit" kind="primary" busy={save.isPending}>
            {t('people.save')}
          </Button>
          <Button onClick={onClose}>{t('general.cancel')}</Button>
        </div>
        {before && (
          <details>
            <summary>{t('history.title')}</summary>
            <History
              path={`/carriers/${before.id}/history`}
              group="carriers"
              restores={{ kind: 'carrier', id: before.id }}
            />
          </details>
        )}
      </form>
    </Dialog>
  )
}

function valuesOf(before: CarrierWire | undefined): Values {
  const { id: _id, ...told } = before ?? {}
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value)) as Values
}
