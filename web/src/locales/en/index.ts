import { achievements } from './achievements.ts'
import { advisers } from './advisers.ts'
import { agents } from './agents.ts'
import { archives } from './archives.ts'
import { assets } from './assets.ts'
import { belongings } from './belongings.ts'
import { bonuses } from './bonuses.ts'
import { bulk } from './bulk.ts'
import { calendar } from './calendar.ts'
import { carriers } from './carriers.ts'
import { cases } from './cases.ts'
import { choices } from './choices/index.ts'
import { closing } from './closing.ts'
import { comments } from './comments.ts'
import { compare } from './compare.ts'
import { contracts } from './contracts.ts'
import { contractTexts } from './contractTexts.ts'
import { coOwners } from './coOwners.ts'
import { correction } from './correction.ts'
import { costs } from './costs.ts'
import { credentials } from './credentials.ts'
import { deadlines } from './deadlines.ts'
import { deals } from './deals.ts'
import { delegations } from './delegations.ts'
import { disclosure } from './disclosure.ts'
import { distributionRules } from './distributionRules.ts'
import { docket } from './docket.ts'
import { drafts } from './drafts.ts'
import { dunning } from './dunning.ts'
import { edits } from './edits.ts'
import { evidence } from './evidence.ts'
import { exportLog } from './export-log.ts'
import { exports } from './exports.ts'
import { fees } from './fees.ts'
import { filingReview } from './filingReview.ts'
import { finding } from './finding.ts'
import { funds } from './funds.ts'
import { general } from './general.ts'
import { handReceipts } from './handReceipts.ts'
import { history } from './history.ts'
import { holdings } from './holdings.ts'
import { importMapping } from './importMapping.ts'
import { imports } from './imports.ts'
import { importTables } from './importTables.ts'
import { institution } from './institution.ts'
import { interests } from './interests.ts'
import { internalRules } from './internalRules.ts'
import { invoices } from './invoices.ts'
import { journal } from './journal.ts'
import { letters } from './letters.ts'
import { library } from './library.ts'
import { linkMail } from './linkMail.ts'
import { links } from './links.ts'
import { live } from './live.ts'
import { managers } from './managers.ts'
import { myMoney } from './myMoney.ts'
import { notFiled } from './notFiled.ts'
import { notices } from './notices.ts'
import { obligations } from './obligations.ts'
import { officers } from './officers.ts'
import { openings } from './openings.ts'
import { outside } from './outside.ts'
import { papers } from './papers.ts'
import { payouts } from './payouts.ts'
import { people } from './people.ts'
import { policies } from './policies.ts'
import { procedures } from './procedures.ts'
import { proceeds } from './proceeds.ts'
import { projects } from './projects.ts'
import { reach } from './reach.ts'
import { receivables } from './receivables.ts'
import { record } from './record.ts'
import { registrations } from './registrations.ts'
import { retained } from './retained.ts'
import { revisions } from './revisions.ts'
import { rights } from './rights.ts'
import { search } from './search.ts'
import { serviceContracts } from './serviceContracts.ts'
import { serviceSimulator } from './serviceSimulator.ts'
import { shares } from './shares.ts'
import { signatures } from './signatures.ts'
import { simulator } from './simulator.ts'
import { staffPurse } from './staffPurse.ts'
import { staleLaw } from './staleLaw.ts'
import { standing } from './standing.ts'
import { standings } from './standings.ts'
import { stock } from './stock.ts'
import { substitutes } from './substitutes.ts'
import { takeOut } from './takeOut.ts'
import { takeover } from './takeover.ts'
import { tax } from './tax.ts'
import { taxes } from './taxes.ts'
import { templates } from './templates.ts'
import { textImport } from './textImport.ts'
import { toCorrect } from './toCorrect.ts'
import { transfer } from './transfer.ts'
import { trusteeships } from './trusteeships.ts'
import { undoneImports } from './undoneImports.ts'
import { unregistered } from './unregistered.ts'
import { vat } from './vat.ts'
import { views } from './views.ts'
import { waiting } from './waiting.ts'
import { withheld } from './withheld.ts'
import { workbench } from './workbench.ts'
import { works } from './works.ts'

/** Every word of the interface in English. */
export const words = {
  ...general,
  ...advisers,
  ...agents,
  ...archives,
  ...workbench,
  ...assets,
  ...projects,
  ...belongings,
  ...filingReview,
  ...bonuses,
  ...staffPurse,
  ...funds,
  ...bulk,
  ...cases,
  ...calendar,
  ...reach,
  ...choices,
  ...coOwners,
  ...compare,
  ...correction,
  ...achievements,
  ...live,
  ...notices,
  ...obligations,
  ...policies,
  ...letters,
  ...library,
  ...links,
  ...managers,
  ...myMoney,
  ...notFiled,
  ...journal,
  ...closing,
  ...invoices,
  ...search,
  ...shares,
  ...signatures,
  ...serviceSimulator,
  ...simulator,
  ...record,
  ...staleLaw,
  ...standing,
  ...standings,
  ...contracts,
  ...contractTexts,
  ...history,
  ...proceeds,
  ...receivables,
  ...registrations,
  ...procedures,
  ...retained,
  ...revisions,
  ...rights,
  ...stock,
  ...trusteeships,
  ...outside,
  ...substitutes,
  ...serviceContracts,
  ...dunning,
  ...takeover,
  ...unregistered,
  ...takeOut,
  ...tax,
  ...templates,
  ...textImport,
  ...toCorrect,
  ...transfer,
  ...holdings,
  ...imports,
  ...importMapping,
  ...undoneImports,
  ...institution,
  ...interests,
  ...linkMail,
  ...carriers,
  ...costs,
  ...credentials,
  ...taxes,
  ...withheld,
  ...works,
  ...internalRules,
  ...openings,
  ...papers,
  ...payouts,
  ...people,
  ...officers,
  ...deadlines,
  ...deals,
  ...delegations,
  ...distributionRules,
  ...docket,
  ...disclosure,
  ...drafts,
  ...exportLog,
  ...exports,
  ...fees,
  ...finding,
  ...comments,
  ...edits,
  ...vat,
  ...views,
  ...handReceipts,
  ...waiting,
  ...evidence,
  ...importTables,
}
