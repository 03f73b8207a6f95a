import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { inTree, isBelow } from '@yizhuan/kit'
import { type FormEvent, useState } from 'react'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { amendUnit, enterUnit, type UnitWire, unitsQuery } from './people.api.ts'

const kinds = ['department', 'legal_person'] as const

/** Departments, and the units with legal personality of their own. */
export function Units({ isAdmin }: { isAdmin: boolean }) {
  const { t, named, colon } = useLanguage()
  const query = useQuery(unitsQuery)
  const [open, setOpen] = useState<UnitWire | 'new'>()
  const [told, tell] = useState<UnitWire>()
  return (
    <>
      <PageHeader title={t('people.units')} note={t('people.unitsNote')}>
        <ExportMenu path="/units" />
        {isAdmin && <LinkButton href="/imports?table=units">{t('importTables.go')}</LinkButton>}
        {isAdmin && (
          <Button kind="primary" onClick={() => setOpen('new')}>
            {t('people.enterUnit')}
          </Button>
        )}
      </PageHeader>
      <Loaded query={query}>
        {({ items }) => (
          <Panel>
            {items.length === 0 && (
              <Nothing text={t('people.noUnits')}>
                {isAdmin && (
                  <LinkButton href="/imports?table=units">{t('importTables.go')}</LinkButton>
                )}
              </Nothing>
            )}
            <ul className="rows">
              {inTree(items).map(({ one: unit, depth }) => (
                <li
                  key={unit.id}
                  className="unit-row"
                  style={{ paddingInlineStart: `${depth * 1.5}rem` }}
                >
                  <a href={`/people?unit=${unit.id}`}>{unit.name}</a>{' '}
                  {unit.code && <span className="muted figure">{unit.code}</span>}{' '}
                  {unit.kind === 'legal_person' && (
                    <span className="chip chip-current">
                      {named('people.unitKinds', unit.kind)}
                    </span>
                  )}{' '}
                  {unit.closedOn && (
                    <span className="chip">
                      {t('people.closedOn')} <DayText day={unit.closedOn} isShort />
                    </span>
                  )}
                  <span>
                    {isAdmin && (
                      <Button small kind="quiet" onClick={() => setOpen(unit)}>
                        {t('people.amend')}
                      </Button>
                    )}
                    <Button small kind="quiet" onClick={() => tell(unit)}>
                      {t('history.title')}
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </Loaded>
      {told && (
        <Dialog title={`${told.name}${colon}${t('history.title')}`} onClose={() => tell(undefined)}>
          <History
            path={`/units/${told.id}/history`}
            group="people.unitHistory"
            restores={isAdmin && { kind: 'unit', id: told.id }}
          />
        </Dialog>
      )}
      {open && (
        <UnitForm
          units={query.data?.items ?? []}
          {...(open !== 'new' && { before: open })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}

function UnitForm(props: { units: readonly UnitWire[]; before?: UnitWire; onClose: () => void }) {
  const { units, before, onClose } = props
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const [name, setName] = useState(before?.name ?? '')
  const [code, setCode] = useState(before?.code ?? '')
  const [kind, setKind] = useState<string>(before?.kind ?? 'department')
  const [parentId, setParent] = useState(before?.parentId ?? '')
  const [closedOn, setClosed] = useState(before?.closedOn ?? '')
  const [reason, setReason] = useState('')
  const told = () => ({
    name,
    code: code.trim() || null,
    kind: kind as (typeof kinds)[number],
    parentId: parentId || null,
  })
  const above = units.filter(
    ({ id, closedOn }) => closedOn === null && !(before && isBelow(units, id, before.id)),
  )
  const save = useMutation<unknown>({
    mutationFn: () =>
      before
        ? amendUnit(before.id, { ...told(), closedOn: closedOn || null, reason })
        : enterUnit(told()),
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  const wrong = fieldErrors(save.error, ['name', 'code', 'kind', 'parentId', 'closedOn', 'reason'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog title={before ? t('people.amend') : t('people.enterUnit')} onClose={onClose}>
      <form onSubmit={submit}>
        <ProblemAlert error={save.error} shown={wrong.shown} />
        <TextField
          label={t('people.unitName')}
          value={name}
          onChange={setName}
          error={wrong.at('name')}
          isRequired
          isFirst
        />
        <TextField
          label={t('people.unitCode')}
          hint={t('people.unitCodeHint')}
          value={code}
          onChange={setCode}
          error={wrong.at('code')}
          maxLength={40}
        />
        <ChoiceField
          label={t('people.unitKind')}
          hint={t('people.unitKindHint')}
          value={kind}
          onChange={setKind}
          choices={kinds.map((value) => ({ value, label: named('people.unitKinds', value) }))}
          error={wrong.at('kind')}
        />
        <ChoiceField
          label={t('people.parentId')}
          hint={t('people.parentHint')}
          value={parentId}
          onChange={setParent}
          choices={above.map(({ id, name }) => ({ value: id, label: name }))}
          isFolded
          error={wrong.at('parentId')}
        />
        {before && (
          <>
            <DayField
              label={t('people.closedOn')}
              hint={t('general.optional')}
              value={closedOn}
              onChange={setClosed}
              error={wrong.at('closedOn')}
            />
            <TextField
              label={t('people.reason')}
              value={reason}
              onChange={setReason}
              error={wrong.at('reason')}
              isRequired
            />
          </>
        )}
        <div className="actions">
          <Button type="submit" kind="primary" busy={save.isPending}>
            {t('people.save')}
          </Button>
          <Button onClick={onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
