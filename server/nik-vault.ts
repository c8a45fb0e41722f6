import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { NikVault, Seal } from '../schema/kernel/nik-vault.js';

/** The secret of the installation, and those it had before and that rows may still stand under. */
export interface VaultSecrets {
  readonly secret: string;
  readonly previousSecrets?: readonly string[];
}

interface Key {
  readonly id: number;
  readonly encryption: Buffer;
  readonly index: Buffer;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LARGEST_KEY_ID = 0x7fff_ffff;

/** The vault of an installation: AES-256-GCM and HMAC-SHA256 with keys derived from its secrets. */
export function createNikVault({ secret, previousSecrets = [] }: VaultSecrets): NikVault {
  const keys = new Map([secret, ...previousSecrets].map(keyOf).map((key) => [key.id, key]));
  const keyNumbered = (id: number): Key => {
    const key = keys.get(id);
    if (key === undefined) throw new Error(`NIK key ${id} is not known to this server`);
    return key;
  };
  return {
    keyIds: [...keys.keys()],
    indexes: (nik) => [...keys.values()].map((key) => indexOf(nik, key)),
    seal: (nik, seal) => sealed(nik, keyNumbered(seal.keyId), seal),
    open: (ciphertext, seal) => opened(ciphertext, keyNumbered(seal.keyId), seal),
  };
}

/** The number of a key follows from the secret, so that no list of numbers has to be kept beside the secrets. */
function keyOf(secret: string): Key {
  return {
    id: derived(secret, 'nik key id', 4).readUInt32BE() & LARGEST_KEY_ID || 1,
    encryption: derived(secret, 'nik encryption', 32),
    index: derived(secret, 'nik index', 32),
  };
}

function derived(secret: string, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'payung', `${purpose} v1`, bytes));
}

function indexOf(nik: string, { id, index }: Key): Buffer {
  return Buffer.concat([keyNumber(id), createHmac('sha256', index).update(nik).digest()]);
}

function sealed(nik: string, { encryption }: Key, { boundTo }: Seal): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv(CIPHER, encryption, nonce).setAAD(Buffer.from(boundTo));
  return Buffer.concat([nonce, cipher.update(nik, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

const NONCES_AT_ONCE = 1024;
let nonces = Buffer.alloc(0);

/** Random bytes, asked for many at a time: a roster needs one for each of a million NIKs. None is given twice. */
function nextNonce(): Buffer {
  if (nonces.length === 0) nonces = randomBytes(NONCE_BYTES * NONCES_AT_ONCE);
  const nonce = nonces.subarray(0, NONCE_BYTES);
  nonces = nonces.subarray(NONCE_BYTES);
  return nonce;
}

function opened(ciphertext: Buffer, { encryption }: Key, { boundTo }: Seal): string {
  const nonce = ciphertext.subarray(0, NONCE_BYTES);
  const tag = ciphertext.subarray(ciphertext.length - TAG_BYTES);
  const content = ciphertext.subarray(NONCE_BYTES, ciphertext.length - TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, encryption, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(tag);
  return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8');
}

/** First bytes of every index under the key. */
export function keyNumber(id: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(id);
  return bytes;
}
