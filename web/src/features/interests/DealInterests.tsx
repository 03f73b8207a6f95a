import { useQuery } from '@tanstack/react-query'
import { Callout } from '../../ui/Callout.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { type DealInterestsWire, dealInterestsQuery, interestReaders } from './interest.api.ts'

/** Declared ties to the other side of a deal, and who has declared nothing: a warning, and no verdict. */
export function DealInterests({ path, roles }: { path: string; roles: readonly string[] }) {
  const mayRead = interestReaders.some((role) => roles.includes(role))
  const { data } = useQuery({ ...dealInterestsQuery(path), enabled: mayRead })
  if (!data || data.parties.length === 0) return null
  return (
    <>
      {data.matches.length > 0 && <Matches deal={data} />}
      {data.undeclared.length > 0 && <Undeclared deal={data} />}
    </>
  )
}

function Matches({ deal }: { deal: DealInterestsWire }) {
  const { t, say, named, listed } = useLanguage()
  return (
    <Callout tone="due" title={t('interests.matched', { count: deal.matches.length })}>
      <ul>
        {deal.matches.map((one) => (
          <li key={`${one.person.id}${one.enterprise}${one.tie.en}${one.through.en}`}>
            <a href={`/interests/${one.person.id}`}>{one.person.name}</a>
            {one.parts.length > 0 &&
              `（${listed(one.parts.map((part) => named('interests.parts', part)))}）`}{' '}
            {say(one.through)} · {say(one.tie)} · {one.enterprise}{' '}
            <span className="muted">
              {named('interests.by', one.by)} · {one.declaredOn}
              {one.state === 'expired' && ` · ${t('interests.states.expired')}`}
            </span>
          </li>
        ))}
      </ul>
      <Articles deal={deal} />
    </Callout>
  )
}

function Undeclared({ deal }: { deal: DealInterestsWire }) {
  const { t, named, listed } = useLanguage()
  const names = deal.undeclared.map(
    ({ person, parts, state }) =>
      `${person.name}（${listed(parts.map((part) => named('interests.parts', part)))}${
        state === 'expired' ? ` · ${t('interests.states.expired')}` : ''
      }）`,
  )
  return (
    <Callout tone="info" title={t('interests.undeclared', { count: names.length })}>
      <div>{listed(names)}</div>
      {deal.matches.length === 0 && <Articles deal={deal} />}
    </Callout>
  )
}

function Articles({ deal }: { deal: DealInterestsWire }) {
  const { t, say } = useLanguage()
  if (deal.articles.length === 0) return null
  return (
    <div className="muted">
      {t('interests.articles')}{' '}
      {deal.articles.map(({ source, at, title }) => (
        <span key={`${source}#${at}${title.en}`} title={say(title)}>
          <CiteText cite={{ source, at }} />{' '}
        </span>
      ))}
    </div>
  )
}
