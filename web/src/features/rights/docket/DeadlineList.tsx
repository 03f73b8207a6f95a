import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DeadlineListWire, HandOverWire } from '@yizhuan/server/wire/rights/docket/deadline'
import { type FormEvent, useState } from 'react'
import { read, withQuery, write } from '../../../api/client.ts'
import { newId } from '../../../api/ids.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ExportMenu } from '../../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { fieldErrors } from '../../../ui/fieldErrors.ts'
import { PersonField } from '../../../ui/fields/PersonField.tsx'
import { LongTextField } from '../../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../../ui/Page.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { useQueryParams } from '../../../ui/useQueryParams.ts'
import { SavedViews } from '../../../ui/views/SavedViews.tsx'

type Holder = DeadlineListWire['holders'][number]

/** The most that the server lists on a page. */
const mostShown = 2000

const deadlinesQuery = (filter: Readonly<Record<string, string | undefined>>) =>
  queryOptions({
    queryKey: ['deadlines', filter],
    queryFn: () => read<DeadlineListWire>(withQuery('/docket/deadlines', filter)),
  })

const keyOf = ({ personId, personName }: Pick<Holder, 'personId' | 'personName'>) =>
  `${personId ?? ''}/${personName}`

/** The open deadlines that people set, over all rights; whoever leaves hands theirs over from here. */
export function DeadlineList({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const filter = { q: params.get('q'), holder: params.get('holder'), state: params.get('state') }
  const query = useQuery(deadlinesQuery(filter))
  const [from, handOver] = useState<Holder>()
  const holders = query.data?.holders ?? []
  return (
    <>
      <PageHeader title={t('deadlines.title')} note={t('deadlines.lead')}>
        <SavedViews list="deadlines" />
        <ExportMenu path="/docket/deadlines" filter={filter} />
        <LinkButton href="/rights">{t('rights.title')}</LinkButton>
      </PageHeader>
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('rights.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('docket.deadlinePerson')}
            value={filter.holder}
            choices={[...new Set(holders.map(({ personName }) => personName))].map((value) => ({
              ...{ value, label: value },
            }))}
            onChange={(holder) => params.set({ holder })}
          />
          <FilterSelect
            label={t('docket.state')}
            value={filter.state}
            choices={(['over', 'left'] as const).map((value) => ({
              ...{ value, label: t(`deadlines.states.${value}`) },
            }))}
            onChange={(state) => params.set({ state })}
          />
        </div>
        <Loaded query={query}>
          {({ items, today }) =>
            items.length === 0 ? (
              <Nothing text={t('deadlines.none')} hint={t('deadlines.noneHint')} />
            ) : (
              <>
                {items.length === mostShown && (
                  <p className="hint">{t('deadlines.cut', { count: mostShown })}</p>
                )}
                <Lines items={items} today={today} />
              </>
            )
          }
        </Loaded>
      </Panel>
      {holders.length > 0 && (
        <Panel title={t('deadlines.holders')}>
          <ul className="rows">
            {holders.map((one) => (
              <li key={keyOf(one)} className="docket-clock">
                <div>
                  <strong>{one.personName}</strong>{' '}
                  <span className="muted">{t('deadlines.count', { count: one.deadlines })}</span>{' '}
                  {one.personId === null && <span className="chip">{t('deadlines.bareName')}</span>}{' '}
                  {one.hasLeft && (
                    <span className="chip chip-breached">{t('docket.holderLeft')}</span>
                  )}
                </div>
                {mayWrite && (
                  <Button small onClick={() => handOver(one)}>
                    {t('deadlines.handOver')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {from && <HandOver from={from} onClose={() => handOver(undefined)} />}
    </>
  )
}

function Lines({ items, today }: Pick<DeadlineListWire, 'items' | 'today'>) {
  const { t } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('docket.deadlineDay')}</th>
          <th>{t('docket.deadlineTitle')}</th>
          <th>{t('rights.fields.title')}</th>
          <th>{t('docket.deadlinePerson')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td className="nowrap" data-label={t('docket.deadlineDay')}>
              <DayText day={one.dueOn} />{' '}
              {one.dueOn < today && <span className="chip chip-breached">{t('docket.over')}</span>}
            </td>
            <td data-label={t('docket.deadlineTitle')}>{one.title}</td>
            <td>
              <a href={`/rights/${one.right}`} className="row-title">
                {one.rightTitle}
              </a>
              <div className="muted">{one.number ?? t('rights.noNumber')}</div>
            </td>
            <td data-label={t('docket.deadlinePerson')}>
              {one.personName}{' '}
              {one.hasLeft && <span className="chip chip-breached">{t('docket.holderLeft')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Asks who does from now on what somebody had open, and why. */
function HandOver({ from, onClose }: { from: Holder; onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [sent] = useState(newId)
  const [who, setWho] = useState<{ readonly name: string; readonly id?: string }>({ name: '' })
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, ['to', 'person', 'reason'])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    const { personId: person, personName, deadlines } = from
    const to = { personName: who.name, ...(who.id !== undefined && { person: who.id }) }
    const order: HandOverWire = { id: sent, from: { person, personName }, to, deadlines, reason }
    try {
      await write('POST', '/docket/deadlines/hand-over', order)
      await Promise.all(
        ['deadlines', 'docket', 'calendar', 'docket-figures'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      )
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t('deadlines.handOverOf', { name: from.personName, count: from.deadlines })}
      onClose={onClose}
    >
      <form className="form" onSubmit={send}>
        <p className="hint">{t('deadlines.handOverLead')}</p>
        <PersonField
          name="to"
          label={t('deadlines.heir')}
          hint={t('docket.deadlinePersonHint')}
          value={who.name}
          isKnown={who.id !== undefined}
          onChange={(name) => setWho({ name })}
          onPerson={({ id, name }) => setWho({ id, name })}
          error={wrong.at('to') ?? wrong.at('person')}
          isRequired
        />
        <LongTextField
          name="reason"
          label={t('docket.reason')}
          value={reason}
          onChange={setReason}
          error={wrong.at('reason')}
          maxLength={500}
          isRequired
        />
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('deadlines.handOver')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
