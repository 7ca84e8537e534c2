// Phones, names and addresses where they rest: AES-256-GCM with a key outside the database, a keyed
// blind index to find a phone again, and the masked form that everybody sees by default.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { Ids } from '../clock.ts'

export interface PersonalData {
  /** `v1.` + base64url of nonce, ciphertext and tag. */
  seal(plain: string): string
  /** Throws when the text was altered or the key is another. */
  open(sealed: string): string
  /** The same for the same value, and meaningless without the key. */
  blindIndex(kind: 'phone' | 'phone-tail' | 'openid' | 'order', value: string): string
}

const NONCE = 12
const TAG = 16

export function makePersonalData(master: Buffer, ids: Ids): PersonalData {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', master, '', use, 32))
  const sealKey = derive('seal')
  const indexKey = derive('index')
  return {
    seal(plain) {
      const nonce = ids.random(NONCE)
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
      const parts = [nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return `v1.${Buffer.concat(parts).toString('base64url')}`
    },
    open(sealed) {
      const raw = Buffer.from(sealed.slice('v1.'.length), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealKey, raw.subarray(0, NONCE))
      decipher.setAuthTag(raw.subarray(raw.length - TAG))
      const body = raw.subarray(NONCE, raw.length - TAG)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
    blindIndex: (kind, value) =>
      createHmac('sha256', indexKey).update(`${kind}\n${value}`).digest('base64url'),
  }
}

/** 138****1234; shorter numbers keep only their last two digits. */
export const maskPhone = (phone: string) =>
  phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`
/** 张三丰 → 张**. */
export const maskName = (name: string) => {
  const [first = ''] = [...name]
  return `${first}${'*'.repeat(Math.max([...name].length - 1, 1))}`
}
/** Keeps the first six characters: province and city. */
export const maskAddress = (address: string) => `${[...address].slice(0, 6).join('')}******`
