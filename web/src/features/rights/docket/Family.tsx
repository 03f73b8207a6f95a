import { useQuery } from '@tanstack/react-query'
import { countryWords } from '@yizhuan/docket'
import type { RightPageWire } from '@yizhuan/server/wire/rights/right'
import { useState } from 'react'
import { read, withQuery } from '../../../api/client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../../ui/fields/FigureFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Nothing, Panel } from '../../../ui/Page.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { toneOf } from '../status-tone.ts'
import { type DocketWire, relateRight, unrelateRight, useRereadRight } from './docket.api.ts'

type Member = DocketWire['family']['members'][number]

/** The family of a right as a tree: what comes from what, and how. */
export function Family(props: { id: string; docket: DocketWire; mayWrite: boolean }) {
  const { t } = useLanguage()
  const { id, docket, mayWrite } = props
  const { members, links } = docket.family
  const [isOpen, setOpen] = useState(false)
  const [error, setError] = useState<unknown>()
  const reread = useRereadRight(id)
  const unrelate = async (earlier: string) => {
    try {
      await unrelateRight(id, earlier)
      setError(undefined)
    } catch (problem) {
      setError(problem)
    }
    // Refused or not: what stands there may be another's doing by now.
    await reread()
  }
  const roots = members.filter((one) => !links.some(({ rightId }) => rightId === one.id))
  return (
    <Panel
      title={t('docket.family')}
      extra={
        mayWrite && (
          <Button small onClick={() => setOpen(true)}>
            {t('docket.relate')}
          </Button>
        )
      }
    >
      <ProblemAlert error={error} />
      {links.length === 0 ? (
        <Nothing text={t('docket.noFamily')} hint={t('docket.noFamilyHint')} />
      ) : (
        <ul className="family">
          {roots.map((root) => (
            <Branch
              key={root.id}
              {...{ id, docket }}
              member={root}
              unrelate={mayWrite ? unrelate : undefined}
            />
          ))}
        </ul>
      )}
      {isOpen && <Relate id={id} onClose={() => setOpen(false)} />}
    </Panel>
  )
}

function Branch(props: {
  member: Member
  /** The right whose page it is. */
  id: string
  docket: DocketWire
  /** Takes a relation back; none for who only reads. */
  unrelate: ((earlier: string) => Promise<void>) | undefined
  above?: DocketWire['family']['links'][number]
}) {
  const { t, named, say } = useLanguage()
  const { member, id, docket, unrelate, above } = props
  const { members, links } = docket.family
  const below = links.filter(({ earlierId }) => earlierId === member.id)
  const label = `${member.number ?? t('rights.noNumber')} ${member.title}`
  return (
    <li>
      {above && <span className="chip">{named('docket.relations', above.kind)}</span>}{' '}
      {above?.onDay && <small className="muted">{above.onDay}</small>}{' '}
      {member.id === id ? <strong>{label}</strong> : <a href={`/rights/${member.id}`}>{label}</a>}{' '}
      <small className="muted">
        {named('rights.kinds', member.kind)}
        {member.kind !== 'pct' &&
          ` · ${member.country ? say(countryWords[member.country]) : t('rights.china')}`}
      </small>{' '}
      {member.status && (
        <span className={`chip ${toneOf(member.status)}`}>
          {named('rights.statuses', member.status)}
        </span>
      )}
      {unrelate && above?.rightId === id && (
        <Button small kind="quiet" onClick={() => void unrelate(above.earlierId)}>
          {t('docket.unrelate')}
        </Button>
      )}
      {below.length > 0 && (
        <ul>
          {below.flatMap((link) => {
            const child = members.find((one) => one.id === link.rightId)
            return child
              ? [
                  <Branch
                    key={child.id}
                    {...{ id, docket, unrelate }}
                    member={child}
                    above={link}
                  />,
                ]
              : []
          })}
        </ul>
      )}
    </li>
  )
}

/** Finds the earlier right by number or title and says how this one comes from it. */
function Relate({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, named } = useLanguage()
  const reread = useRereadRight(id)
  const [q, search] = useState<string>()
  const [earlier, choose] = useState<string>()
  const [kind, setKind] = useState<string>('priority')
  const [day, setDay] = useState<string>()
  const [error, setError] = useState<unknown>()
  const isDated = kind !== 'priority'
  const found = useQuery({
    queryKey: ['rights-found', q ?? ''],
    queryFn: () => read<RightPageWire>(withQuery('/rights', { q, limit: 8 })),
    enabled: q !== undefined && q !== '',
  })
  const send = async () => {
    try {
      const relation = { earlier: earlier ?? '', kind: kind as 'priority' }
      await relateRight(id, { ...relation, ...(isDated && day && { day }) })
      await reread()
      onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  const others = (found.data?.items ?? []).filter((one) => one.id !== id)
  return (
    <Dialog title={t('docket.relate')} onClose={onClose}>
      <div className="form">
        <ChoiceField
          label={t('docket.relation')}
          value={kind}
          onChange={setKind}
          choices={(['priority', 'national', 'divisional'] as const).map((value) => ({
            value,
            label: named('docket.relations', value),
          }))}
        />
        <SearchBox label={t('docket.searchEarlier')} value={q} onSearch={search} />
        {others.length > 0 && (
          <ChoiceField
            label={t('docket.earlier')}
            value={earlier}
            onChange={choose}
            isFolded={false}
            choices={others.map((one) => ({
              value: one.id,
              label: `${one.number ?? ''} ${one.title}`.trim(),
            }))}
          />
        )}
        {found.isSuccess && others.length === 0 && <Nothing text={t('general.nothingFound')} />}
        {isDated && (
          <DayField
            label={named('docket.relationDays', kind)}
            hint={t('docket.relationDayHint')}
            value={day}
            onChange={setDay}
          />
        )}
        <ProblemAlert error={error} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" disabled={!earlier} onClick={() => void send()}>
            {t('docket.relate')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
