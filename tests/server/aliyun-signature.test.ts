// The signature of Alibaba Cloud: the example of its documentation, and what our stand-in refuses.
import { authorization, sendAliyunSms } from '@shouhou/server/adapters/aliyun-sms.ts'
import { startFakeAliyunSms } from '@shouhou/server/dev/fake-aliyun-sms.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

let fake: Awaited<ReturnType<typeof startFakeAliyunSms>>
beforeAll(async () => {
  fake = await startFakeAliyunSms()
})
afterAll(() => fake.stop())

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

test('is that of the documented example', () => {
  const query = {
    ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
    RegionId: 'cn-shanghai',
  }
  const headers = {
    host: 'ecs.cn-shanghai.aliyuncs.com',
    'x-acs-action': 'RunInstances',
    'x-acs-content-sha256': EMPTY,
    'x-acs-date': '2023-10-26T10:22:32Z',
    'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
    'x-acs-version': '2014-05-26',
  }
  const key = { id: 'YourAccessKeyId', secret: 'YourAccessKeySecret' }
  expect(authorization({ method: 'POST', path: '/', query, headers, body: '' }, key)).toBe(
    `ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=${Object.keys(headers).sort().join(';')},Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0`,
  )
})

const options = () => ({
  url: fake.url,
  accessKeyId: fake.accessKeyId,
  accessKeySecret: fake.accessKeySecret,
  signName: '青禾',
  now: () => new Date(),
})
const message = { phone: '13800138000', template: 'SMS_1', params: { code: '12*(4)!' } }

test('is taken with every kind of character in its values', async () => {
  expect(await sendAliyunSms(options(), message)).toMatchObject({ outcome: 'sent' })
  expect(fake.taken.at(-1)).toEqual({
    phone: '13800138000',
    sign: '青禾',
    template: 'SMS_1',
    params: { code: '12*(4)!' },
  })
})

test('is refused with another secret, another key, and a clock that is far off', async () => {
  const wrong = [
    { accessKeySecret: 'other' },
    { accessKeyId: 'other' },
    { now: () => new Date(Date.now() - 3_600_000) },
  ]
  const answers = []
  for (const change of wrong) {
    answers.push(await sendAliyunSms({ ...options(), ...change }, message))
  }
  expect(answers).toEqual([
    { outcome: 'later', why: 'SignatureDoesNotMatch' },
    { outcome: 'later', why: 'InvalidAccessKeyId.NotFound' },
    { outcome: 'later', why: 'InvalidTimeStamp.Expired' },
  ])
})

test('numbers that do not exist are refused for good, a busy service is tried again', async () => {
  const nobody = await sendAliyunSms(options(), { ...message, phone: '123' })
  expect(nobody).toEqual({ outcome: 'refused', why: 'isv.MOBILE_NUMBER_ILLEGAL' })
  fake.failNext('isp.SYSTEM_ERROR')
  const busy = await sendAliyunSms(options(), message)
  expect(busy).toEqual({ outcome: 'later', why: 'isp.SYSTEM_ERROR' })
  const away = await sendAliyunSms({ ...options(), url: 'http://127.0.0.1:1' }, message)
  expect(away).toEqual({ outcome: 'later', why: 'no-answer' })
})
