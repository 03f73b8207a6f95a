import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { addOwnName, ownNamesQuery, removeOwnName, useReread } from './finding.api.ts'

/** What the house is and was called: an applicant of such a name is the house itself. */
export function OwnNames() {
  const { t } = useLanguage()
  const query = useQuery(ownNamesQuery)
  const reread = useReread()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<'former' | 'alias'>('former')
  const add = useMutation({
    mutationFn: () => addOwnName({ kind, name }),
    onSuccess: async () => {
      setName('')
      await reread()
    },
  })
  const remove = useMutation({ mutationFn: removeOwnName, onSuccess: () => reread() })
  const wrong = fieldErrors(add.error, ['name', 'kind'])
  return (
    <Panel title={t('outside.names')}>
      <p className="muted">{t('outside.namesHint')}</p>
      <Loaded query={query}>
        {(names) => (
          <ul className="rows">
            <li>
              {names.name} <small className="muted">{t('outside.nameKinds.current')}</small>
            </li>
            {names.others.map((one) => (
              <li key={one.id}>
                {one.name} <small className="muted">{t(`outside.nameKinds.${one.kind}`)}</small>{' '}
                <Button
                  small
                  kind="quiet"
                  busy={remove.isPending}
                  onClick={() => remove.mutate(one.id)}
                >
                  {t('general.remove')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <ProblemAlert error={remove.error} />
      <form
        className="form form-panel"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate()
        }}
      >
        <TextField
          label={t('outside.addName')}
          name="name"
          value={name}
          onChange={setName}
          error={wrong.at('name')}
          maxLength={200}
        />
        <ChoiceField
          label={t('outside.nameKind')}
          value={kind}
          choices={(['former', 'alias'] as const).map((value) => ({
            value,
            label: t(`outside.nameKinds.${value}`),
          }))}
          onChange={(value) => setKind(value as 'former' | 'alias')}
        />
        <ProblemAlert error={add.error} shown={wrong.shown} />
        <div>
          <Button type="submit" busy={add.isPending} disabled={name.trim() === ''}>
            {t('general.add')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
