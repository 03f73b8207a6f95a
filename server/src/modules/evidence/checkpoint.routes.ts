import { createPublicKey } from 'node:crypto'
import { asPublic } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { listCheckpoints } from './checkpoint.queries.ts'
import { CheckpointPageWire, CheckpointQueryWire, PublicKeyWire } from './checkpoint.wire.ts'

const open = { access: 'public' } as const
const tags = ['evidence']

/** The published checkpoints and the key that signs them. */
export function checkpointRoutes(app: App, { db, signer }: Context): void {
  app.get(
    '/public/checkpoints',
    {
      config: open,
      schema: { tags, querystring: CheckpointQueryWire, response: { 200: CheckpointPageWire } },
    },
    async (request) => {
      const page = await asPublic(db, (tx) => listCheckpoints(tx, request.query))
      return { publicKey: signer.publicKey, ...page }
    },
  )

  app.get(
    '/public/checkpoints/key',
    { config: open, schema: { tags, response: { 200: PublicKeyWire } } },
    async () => {
      const { publicKey } = signer
      const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey }
      const key = createPublicKey({ key: jwk, format: 'jwk' })
      const pem = key.export({ type: 'spki', format: 'pem' }).toString()
      return { algorithm: 'Ed25519' as const, publicKey, pem }
    },
  )
}
