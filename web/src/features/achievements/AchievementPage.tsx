import { useQuery } from '@tanstack/react-query'
import { procedureById } from '@yizhuan/procedures'
import { address } from '../../api/client.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { sizeText } from '../../ui/fields/FilesField.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { type AchievementWire, achievementQuery, casesQuery, groups } from './achievement.api.ts'

/** One achievement: what was told, who made it, its papers, its cases and its history. */
export function AchievementPage({ id, mayOpen }: { id: string; mayOpen: boolean }) {
  const query = useQuery(achievementQuery(id))
  return <Loaded query={query}>{(one) => <Whole one={one} mayOpen={mayOpen} />}</Loaded>
}

function Whole({ one, mayOpen }: { one: AchievementWire; mayOpen: boolean }) {
  const { t, named } = useLanguage()
  return (
    <>
      <PageHeader
        title={
          <>
            <span className="case-number">{one.number}</span> {one.title}
          </>
        }
        tab={`${one.number} ${one.title}`}
        note={
          <>
            {one.kind && <span className="chip">{named('achievements.kinds', one.kind)}</span>}{' '}
            {one.conversion && (
              <span className="chip">{named('achievements.conversions', one.conversion)}</span>
            )}{' '}
            {one.department} {one.disclosedOn && t('achievements.disclosedOn')}{' '}
            {one.disclosedOn && <DayText day={one.disclosedOn} />}
          </>
        }
      >
        {mayOpen && (
          <LinkButton kind="primary" href={`/cases/new?achievement=${one.id}`}>
            {t('achievements.startCase')}
          </LinkButton>
        )}
      </PageHeader>
      <div className="two wide-left">
        <div>
          <Told one={one} />
          <Panel title={t('history.title')}>
            <History path={`/achievements/${one.id}/history`} group="achievements" />
          </Panel>
        </div>
        <div>
          <Team one={one} />
          <Cases id={one.id} />
          <Facts one={one} />
          <Papers one={one} />
        </div>
      </div>
    </>
  )
}

/** The seven groups of the disclosure; what is not told yet stands there as well. */
function Told({ one }: { one: AchievementWire }) {
  const { t } = useLanguage()
  const told = groups.filter((group) => one.disclosure[group])
  const publication = one.disclosure['publication']
  return (
    <Panel
      title={t('achievements.summary')}
      extra={
        <span className={`chip ${told.length === groups.length ? 'chip-met' : 'chip-due'}`}>
          {told.length === groups.length ? '✓ ' : '? '}
          {t('achievements.told', { count: told.length, of: groups.length })}
        </span>
      }
    >
      <dl className="defs">
        {groups.map((group) => [
          <dt key={group}>{t(`achievements.groups.${group}`)}</dt>,
          <dd key={`${group}-text`}>
            {one.disclosure[group] ?? <span className="muted">? {t('achievements.toTell')}</span>}
          </dd>,
        ])}
        {publication && (
          <>
            <dt>{t('achievements.publication')}</dt>
            <dd>{publication}</dd>
          </>
        )}
      </dl>
    </Panel>
  )
}

function Team({ one }: { one: AchievementWire }) {
  const { t } = useLanguage()
  return (
    <Panel title={t('achievements.team')}>
      <table className="grid">
        <tbody>
          {one.inventors.map((person) => (
            <tr key={person.name}>
              <td>
                {person.name}{' '}
                {person.isChief && <span className="chip">{t('achievements.chief')}</span>}
                {person.holdsLeadingPost && !person.isChief && (
                  <span className="chip">{t('achievements.leader')}</span>
                )}
              </td>
              <td className="num">{person.share ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function Cases({ id }: { id: string }) {
  const { t, say, named } = useLanguage()
  const query = useQuery(casesQuery(id))
  return (
    <Panel title={t('achievements.cases')}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t('achievements.noCases')}</p>
          ) : (
            <ul className="rows">
              {items.map((line) => (
                <li key={line.id}>
                  <a href={`/cases/${line.id}`}>{line.number}</a> {line.title}{' '}
                  <span className={`chip chip-${line.status}`}>
                    {line.status === 'open'
                      ? say(
                          procedureById(line.procedure)?.stageWords[line.stage] ?? {
                            zh: line.stage,
                            en: line.stage,
                          },
                        )
                      : named('caseStatus', line.status)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}

function Facts({ one }: { one: AchievementWire }) {
  const { t } = useLanguage()
  const facts = [
    [t('achievements.funding'), one.fundingSource],
    [t('achievements.project'), one.projectNo],
    [t('achievements.registeredOn'), one.registeredOn],
    [t('achievements.level'), one.maturityLevel && `${one.maturityLevel} / 9`],
    [t('achievements.remark'), one.remark],
  ] as const
  const known = facts.filter(([, value]) => value)
  if (known.length === 0) return null
  return (
    <Panel>
      <dl className="defs">
        {known.map(([name, value]) => [
          <dt key={name}>{name}</dt>,
          <dd key={`${name}-value`}>{value}</dd>,
        ])}
      </dl>
    </Panel>
  )
}

function Papers({ one }: { one: AchievementWire }) {
  const { t } = useLanguage()
  if (one.files.length === 0) return null
  return (
    <Panel title={t('general.files')}>
      <ul className="rows">
        {one.files.map((file) => (
          <li key={file.sha256}>
            <a href={address(`/files/${file.sha256}`)} target="_blank" rel="noreferrer">
              {file.name}
            </a>{' '}
            <span className="muted">{sizeText(file.size)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
