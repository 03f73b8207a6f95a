import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing } from '../../ui/Page.tsx'
import type { OpenFundForm } from './FundForm.tsx'
import { FileLinks } from './FundPage.tsx'
import type { FundPowers, FundProjectWire, FundWire } from './fund.api.ts'

/** What a fund supports: how far each project is, what it has, and its milestones. */
export function FundProjects(props: {
  one: FundWire
  may: FundPowers
  onOpen: (open: OpenFundForm) => void
}) {
  const { t } = useLanguage()
  const { one, may, onOpen } = props
  if (one.supported.length === 0) {
    return <Nothing text={t('funds.noProjects')} hint={t('funds.noProjectsHint')} />
  }
  return (
    <ul className="rows">
      {one.supported.map((project) => (
        <li key={project.id}>
          <strong>{project.title}</strong>{' '}
          <span className="chip chip-open">{t(`funds.stages.${project.stage}`)}</span>{' '}
          <small className="muted">{project.lead}</small>{' '}
          {project.achievementId && (
            <a href={`/achievements/${project.achievementId}`} className="figure">
              {project.achievementNumber}
            </a>
          )}
          <div>
            <small>
              {t('funds.committed')} <Money fen={project.committedFen} /> · {t('funds.outlay')}{' '}
              <Money fen={project.outlayFen} /> · {t('funds.reserved')}{' '}
              <Money fen={project.reservedFen} />
            </small>
          </div>
          <Milestones project={project} may={may} onOpen={onOpen} />
          {may.mayDecide && project.stage !== 'stopped' && (
            <div className="row-acts">
              <Button
                small
                kind="quiet"
                onClick={() => onOpen({ is: 'addMilestone', project: project.id })}
              >
                {t('funds.addMilestone')}
              </Button>
            </div>
          )}
          {may.mayKeep && (
            <div className="row-acts">
              <Button
                small
                kind="quiet"
                onClick={() => onOpen({ is: 'stage', project: project.id, stage: project.stage })}
              >
                {t('funds.moveStage')}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function Milestones(props: {
  project: FundProjectWire
  may: FundPowers
  onOpen: (open: OpenFundForm) => void
}) {
  const { t } = useLanguage()
  const { project, may, onOpen } = props
  return (
    <ul className="plain">
      {project.milestones.map(({ place, title, dueOn, metOn, evidence, files }) => (
        <li key={place}>
          {metOn && '✓'} {title}{' '}
          <small className="muted">
            {metOn
              ? t('funds.metOn', { day: metOn, evidence: evidence ?? '' })
              : t('funds.dueOn', { day: dueOn })}
          </small>{' '}
          {!metOn && may.mayKeep && (
            <Button
              small
              kind="quiet"
              onClick={() => onOpen({ is: 'milestone', project: project.id, place, title })}
            >
              {t('funds.meet')}
            </Button>
          )}
          {may.mayDecide && (
            <Button
              small
              kind="quiet"
              onClick={() => onOpen({ is: 'takeBackMilestone', project: project.id, place, title })}
            >
              {t('funds.takeBack')}
            </Button>
          )}
          <FileLinks files={files} />
        </li>
      ))}
    </ul>
  )
}
