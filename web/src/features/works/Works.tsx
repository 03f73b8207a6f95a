import { useQuery } from '@tanstack/react-query'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { Services } from './Services.tsx'
import { type GrantedWire, type WorkWire, worksQuery } from './work.api.ts'

/** What a person put to use, to be printed for a title review; each line names its sources. */
export function Works({ person }: { person: string }) {
  const { t } = useLanguage()
  const query = useQuery(worksQuery(person))
  const isMine = person === 'me'
  const { data } = query
  const named = (data?.items[0] ?? data?.rights[0] ?? data?.services[0])?.person
  return (
    <>
      <PageHeader
        title={isMine || !named ? t('works.mine') : t('works.of', { name: named.name })}
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
        {({ items, rights, services, on }) => (
          <Panel>
            {items.length + rights.length + services.length === 0 && (
              <Nothing text={t('works.none')} hint={t('works.noneHint')} />
            )}
            {named && <Head person={named} on={on} />}
            {items.length > 0 && <Table items={items} />}
            {rights.length > 0 && (
              <>
                <h3>{t('works.rights')}</h3>
                <Rights rights={rights} />
                <ExportMenu
                  path={isMine ? '/works/me/rights' : '/works/rights'}
                  filter={{ person: isMine ? undefined : person }}
                />
              </>
            )}
            {services.length > 0 && (
              <>
                <h3>{t('works.services')}</h3>
                <p className="muted">{t('works.servicesNote')}</p>
                <Services services={services} />
                <ExportMenu
                  path={isMine ? '/works/me/services' : '/works/services'}
                  filter={{ person: isMine ? undefined : person }}
                />
              </>
            )}
          </Panel>
        )}
      </Loaded>
    </>
  )
}

function Head({ person, on }: { person: WorkWire['person']; on: string }) {
  const { t } = useLanguage()
  const { name, staffNumber, unit, professionalTitle } = person
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

function Rights({ rights }: { rights: readonly GrantedWire[] }) {
  const { t, named } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('works.right')}</th>
          <th>{t('works.rank')}</th>
          <th>{t('works.grantedOn')}</th>
          <th>{t('works.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rights.map(({ right, achievementNumber, rank, team, isByName }) => (
          <tr key={right.id}>
            <td data-label={t('works.right')}>
              <a href={`/rights/${right.id}`}>{right.title}</a>
              <div className="muted">
                {[named('rights.kinds', right.kind), right.number, achievementNumber]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </td>
            <td data-label={t('works.rank')}>
              {t('works.rankOf', { rank, team })}
              {isByName && <div className="muted nowrap">{t('works.byName')}</div>}
            </td>
            <td data-label={t('works.grantedOn')}>
              {right.grantedOn && <DayText day={right.grantedOn} isShort />}
            </td>
            <td data-label={t('works.state')}>
              {right.status && named('rights.statuses', right.status)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
