import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Checks } from './Checks.tsx'
import { decideStandards, type StandardLineWire, standardsQuery } from './standard.api.ts'

/** Everything that awaits a decision, decided on at once. */
export function DecideMany({ me, onClose }: { me: string; onClose: () => void }) {
  const { t } = useLanguage()
  const query = useQuery(standardsQuery({}))
  return (
    <Dialog title={t('contractTexts.decideMany')} onClose={onClose}>
      <Loaded query={query}>
        {({ items }) => {
          // One's own proposals are for somebody else.
          const open = items.filter((one) => one.open !== null && one.open.person !== me)
          return open.length === 0 ? (
            <Nothing text={t('contractTexts.nothingWaits')} />
          ) : (
            <Decide items={open} onClose={onClose} />
          )
        }}
      </Loaded>
    </Dialog>
  )
}

function Decide(props: { items: readonly StandardLineWire[]; onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { items, onClose } = props
  const [ids, setIds] = useState<readonly string[]>(items.map(({ id }) => id))
  const [verdict, setVerdict] = useState<'approved' | 'refused'>('approved')
  const [words, setWords] = useState('')
  const save = useMutation({
    mutationFn: () =>
      decideStandards({
        items: items.flatMap(({ id, open }) =>
          open && ids.includes(id) ? [{ id, version: open.version }] : [],
        ),
        ...{ verdict, words: words.trim() || null },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['contract-standards'] })
      onClose()
    },
  })
  const wrong = fieldErrors(save.error, ['words'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit}>
      <ProblemAlert error={save.error} shown={wrong.shown} />
      <Checks
        label={t('contractTexts.waiting')}
        name="items"
        values={ids}
        choices={items.map(({ id, name, open }) => ({
          value: id,
          label: (
            <>
              <a href={`/contract-standards/${id}`}>{name}</a>{' '}
              <span className="muted">
                {t('contractTexts.versionBy', {
                  ...{ version: open?.version ?? 0, by: open?.by ?? '' },
                })}
              </span>
            </>
          ),
        }))}
        onChange={setIds}
      />
      <Verdict verdict={verdict} onChange={setVerdict} />
      <TextField
        name="words"
        label={t('contractTexts.fields.words')}
        value={words}
        onChange={setWords}
        error={wrong.at('words')}
      />
      <div className="actions">
        <Button type="submit" kind="primary" busy={save.isPending} disabled={ids.length === 0}>
          {t('contractTexts.decide')}
        </Button>
        <Button onClick={onClose}>{t('general.cancel')}</Button>
      </div>
    </form>
  )
}

/** Whether it is approved. */
function Verdict(props: {
  verdict: 'approved' | 'refused'
  onChange: (verdict: 'approved' | 'refused') => void
}) {
  const { t } = useLanguage()
  return (
    <ChoiceField
      label={t('contractTexts.fields.verdict')}
      value={props.verdict}
      choices={(['approved', 'refused'] as const).map((value) => ({
        ...{ value, label: t(`contractTexts.verdicts.${value}`) },
      }))}
      onChange={(value) => props.onChange(value === 'refused' ? 'refused' : 'approved')}
    />
  )
}
