import { useQuery } from '@tanstack/react-query'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { type WorkWire, worksQuery } from './work.api.ts'

/** What a person put to use, to be printed for a title review; each line names its sources. */
export function Works({ person }: { person: string }) {
  const { t } = useLanguage()
  const query = useQuery(worksQuery(person))
  const isMine = person === 'me'
  const [first] = query.data?.items ?? []
  return (
    <>
      <PageHeader
        title={isMine || !first ? t('works.mine') : t('works.of', { name: first.person.name })}
        tab={t('works.mine')}
        note={t('works.note')}
      >
        <ExportMenu
          path={isMine ? '/works/me' : '/works'}
          filter={{ person: isMine ? undefined : person }}
        />
        <Button onClick={() => window.print()}>{t('works.print')}</Button>
      </PageHeader>
      <Loaded query={query}>
        {({ items, on }) => (
          <Panel>
            {items.length === 0 && <Nothing text={t('works.none')} hint={t('works.noneHint')} />}
            {items.length > 0 && (
              <>
                <Head one={items[0] as WorkWire} on={on} />
                <Table items={items} />
              </>
            )}
          </Panel>
        )}
      </Loaded>
    </>
  )
}

function Head({ one, on }: { one: WorkWire; on: string }) {
  const { t } = useLanguage()
  const { name, staffNumber, unit, professionalTitle } = one.person
  return (
    <p>
      <strong>{name}</strong> {[staffNumber, unit, professionalTitle].filter(Boolean).join(' · ')}
      <br />
      <span className="muted">
        {t('works.asOf')} <DayText day={on} isShort />
      </span>
    </p>
  )
}

function Table({ items }: { items: readonly WorkWire[] }) {
  const { t, named } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('works.achievement')}</th>
          <th>{t('works.rank')}</th>
          <th>{t('works.cases')}</th>
          <th>{t('works.contracts')}</th>
          <th>{t('works.received')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ achievement, rank, team, share, isByName, cases, contracts, ...sums }) => (
          <tr key={achievement.id}>
            <td data-label={t('works.achievement')}>
              <a href={`/achievements/${achievement.id}`}>{achievement.title}</a>
              <div className="muted">{achievement.number}</div>
            </td>
            <td data-label={t('works.rank')}>
              {t('works.rankOf', { rank, team })}
              {share && <div className="muted">{share}</div>}
              {isByName && <div className="muted nowrap">{t('works.byName')}</div>}
            </td>
            <td data-label={t('works.cases')}>
              {cases.map((one) => (
                <div key={one.id}>
                  <a href={`/cases/${one.id}`}>{one.number}</a>{' '}
                  <span className="muted nowrap">
                    {one.mode && named('contracts.modes', one.mode)}{' '}
                    {named('works.statuses', one.status)}
                  </span>
                </div>
              ))}
            </td>
            <td data-label={t('works.contracts')}>
              {contracts.map((one) => (
                <div key={one.id}>
                  {one.number ?? one.title} {one.signedOn && <DayText day={one.signedOn} isShort />}{' '}
                  {one.amountFen && <Money fen={one.amountFen} />}
                </div>
              ))}
            </td>
            <td data-label={t('works.received')}>
              {sums.receivedFen && <Money fen={sums.receivedFen} />}
              {sums.jointFen && (
                <div className="muted">
                  {t('works.joint')} <Money fen={sums.jointFen} />
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
