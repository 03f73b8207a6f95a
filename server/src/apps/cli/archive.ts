import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import {
  ArchiveRefused,
  expectKey,
  expectNoNewer,
  keysFor,
  type OpenArchive,
  openArchive,
  restoreArchive,
  shortestPassphrase,
  verifyArchive,
  writeArchive,
} from '../../modules/archives/index.ts'
import { renewInvitation } from '../../platform/account.ts'
import { readConfig, SettingError } from '../../platform/config.ts'
import { asSystem } from '../../platform/database.ts'
import { OperatorError } from '../../platform/operator-error.ts'
import { addressOf, type Ground, openGround } from '../../platform/start.ts'
import { type Command, optionsOf, print, UsageError } from './command.ts'
import { institutionOf } from './institution-of.ts'

/** A passphrase on the command line would stand in the list of processes: it comes by the environment. */
const secretName = 'YIZHUAN_PASSPHRASE'

/** Everything of an institution as one file. With the embedded PostgreSQL the server is stopped for it. */
export const archiveExport: Command = {
  name: 'archive export',
  usage: 'archive export FILE [--institution NAME|ID]   (sealed data only with YIZHUAN_PASSPHRASE)',
  async run(args) {
    const options = optionsOf(args, ['institution'], [], 1)
    const file = fileOf(options.words)
    if (existsSync(file)) throw new UsageError(`${file} is there already`)
    const passphrase = passphraseOf()
    if (passphrase !== undefined && passphrase.length < shortestPassphrase) {
      throw new UsageError(`${secretName} has fewer than ${shortestPassphrase} characters`)
    }
    await onGround(true, async ({ context }) => {
      const institution = await institutionOf(context.db, options.one('institution'))
      const made = await toFile(file, (out) =>
        writeArchive(context, { institution, passphrase, onProgress: progressLine() }, out),
      )
      const rows = made.tables.reduce((sum, table) => sum + table.rows, 0)
      print(
        `${file}: ${made.institution.name}, ${made.tables.length} tables, ${rows} rows, ${made.files.count} files` +
          (made.sealed ? '.' : '; sealed personal data and passwords were left out.'),
      )
      print(`Signed with the key ${made.publicKey} of this installation.`)
    })
    return 0
  },
}

/** Checks an archive without a platform: every hash, count, file and chain. */
export const archiveVerify: Command = {
  name: 'archive verify',
  usage:
    'archive verify FILE [--key KEY] [--json]   (the passphrase, when YIZHUAN_PASSPHRASE is set)',
  async run(args) {
    const options = optionsOf(args, ['key'], ['json'], 1)
    return await refusing(() =>
      withArchive(fileOf(options.words), async (archive) => {
        const key = options.one('key')
        if (key !== undefined) expectKey(archive.manifest, key)
        if (passphraseOf() !== undefined) await keysFor(archive, passphraseOf())
        const verified = await verifyArchive(archive)
        const { institution, madeAt, publicKey, sealed } = archive.manifest
        const isSealed = sealed !== null
        if (options.has('json')) print({ institution, madeAt, publicKey, isSealed, ...verified })
        else {
          const { tables, rows, files, chains, entries } = verified
          print(
            `${institution.name}, as of ${madeAt}: ${tables} tables, ${rows} rows, ${files} files, ${chains} chains with ${entries} entries: all as the manifest says.`,
          )
          print(signedWith(publicKey, key))
        }
        return 0
      }),
    )
  },
}

/** Brings an institution into this platform, all of it or nothing. */
export const archiveImport: Command = {
  name: 'archive import',
  usage: 'archive import FILE [--key KEY]   (with YIZHUAN_PASSPHRASE where the archive was sealed)',
  async run(args) {
    const options = optionsOf(args, ['key'], [], 1)
    const file = fileOf(options.words)
    const key = options.one('key')
    return await refusing(() =>
      withArchive(file, async (archive) => {
        if (key !== undefined) expectKey(archive.manifest, key)
        expectNoNewer(archive.manifest)
        await onGround(false, async (ground) => {
          const { context, postgres } = ground
          const { name, institution, ...restored } = await restoreArchive(
            context,
            postgres.ownerUrl,
            archive,
            passphraseOf(),
          )
          print(
            `${name}: ${restored.rows} rows, ${restored.files} files and ${restored.chains} chains are here, each checked.`,
          )
          print(signedWith(archive.manifest.publicKey, key))
          if (restored.missed.length > 0) {
            print(
              `The archive is of an older release: what ${restored.missed.join(', ')} added is empty or as it is by default.`,
            )
          }
          if (restored.isWithoutSealed) await inviteAdministrators(ground, institution)
        })
        return 0
      }),
    )
  },
}

/** Whose archive it was: what was compared, or that nothing was. */
function signedWith(publicKey: string, expected: string | undefined): string {
  return expected === undefined
    ? `Signed with the key ${publicKey}. Nobody compared it: ask the installation it comes from for its key (GET /api/v1/public/checkpoints/key), and give it as --key.`
    : `Signed with the key ${publicKey}, as expected.`
}

/** Passwords did not travel: the administrators are invited anew, and invite the others. */
async function inviteAdministrators({ context }: Ground, institution: string): Promise<void> {
  const { db, clock, config } = context
  const invited = await asSystem(db, institution, async (tx) => {
    const admins = await tx
      .selectFrom('account')
      .select(['id', 'login', 'roles'])
      .where('institutionId', '=', institution)
      .where('disabledAt', 'is', null)
      .execute()
    const links = []
    for (const { id, login } of admins.filter(({ roles }) => roles.includes('admin'))) {
      links.push({ login, ...(await renewInvitation(tx, clock, config.signIn, id)) })
    }
    return links
  })
  print(
    'Passwords and sealed personal data were left out. Administrators choose a new password at:',
  )
  for (const { login, token } of invited) {
    print(`  ${login}: ${addressOf(config)}/invitation?token=${token}`)
  }
}

async function onGround(
  mustBeThere: boolean,
  work: (ground: Ground) => Promise<void>,
): Promise<void> {
  try {
    const config = readConfig(process.env)
    if (mustBeThere && !existsSync(join(config.dataFolder, 'secrets', 'field.key'))) {
      throw new UsageError(
        `${config.dataFolder} is not the data folder of an installation: set YIZHUAN_DATA`,
      )
    }
    const ground = await openGround(config)
    try {
      await work(ground)
    } finally {
      await ground.close()
    }
  } catch (error) {
    if (error instanceof OperatorError || error instanceof SettingError) {
      throw new UsageError(error.message)
    }
    throw error
  }
}

/** Writes beside the name first: what stands under the name is whole. */
async function toFile<Made>(
  file: string,
  write: (out: ReturnType<typeof createWriteStream>) => Promise<Made>,
): Promise<Made> {
  const draft = `${file}.part`
  try {
    const out = createWriteStream(draft, { mode: 0o600 })
    const done = finished(out)
    done.catch(() => undefined)
    const made = await write(out)
    out.end()
    await done
    await rename(draft, file)
    return made
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function withArchive(
  file: string,
  work: (archive: OpenArchive) => Promise<number>,
): Promise<number> {
  const archive = await openArchive(file)
  try {
    return await work(archive)
  } finally {
    archive.close()
  }
}

/** A refusal is an answer: one sentence, and status 1. */
async function refusing(work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ArchiveRefused)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

function progressLine(): (done: number, of: number) => void {
  let told = 0
  return (done, of) => {
    const percent = of === 0 ? 100 : Math.floor((100 * done) / of)
    if (percent < told + 10) return
    told = percent
    process.stderr.write(`${percent} %\n`)
  }
}

const passphraseOf = () => process.env[secretName] || undefined

function fileOf([file]: readonly string[]): string {
  if (file === undefined) throw new UsageError('FILE is missing')
  return file
}
