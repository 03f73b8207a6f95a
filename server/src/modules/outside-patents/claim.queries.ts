import type { Tx } from '../../platform/database.ts'
import './finding.table.ts'

/** The claims on a patent of others, the newest first, each with how it ended. */
export function claimsOf(tx: Tx, institution: string, patent: string) {
  return tx
    .selectFrom('outsideClaim as claim')
    .innerJoin('achievement', (join) =>
      join
        .onRef('achievement.institutionId', '=', 'claim.institutionId')
        .onRef('achievement.id', '=', 'claim.achievementId'),
    )
    .leftJoin('outsideClaimEnd as over', (join) =>
      join
        .onRef('over.institutionId', '=', 'claim.institutionId')
        .onRef('over.claimId', '=', 'claim.id'),
    )
    .select(['claim.id', 'claim.achievementId', 'claim.about', 'claim.fromDay', 'claim.files'])
    .select(['claim.begunName', 'achievement.number as achievementNumber'])
    .select(['achievement.title as achievementTitle', 'over.outcome', 'over.onDay', 'over.basis'])
    .select(['over.rightId', 'over.files as endFiles', 'over.endedName'])
    .where('claim.institutionId', '=', institution)
    .where('claim.patentId', '=', patent)
    .orderBy('claim.begunAt', 'desc')
    .orderBy('claim.id', 'desc')
    .execute()
}

/** The claim that is under way; undefined where there is none. */
export async function openClaimOf(tx: Tx, institution: string, patent: string) {
  return (await claimsOf(tx, institution, patent)).find(({ outcome }) => outcome === null)
}
