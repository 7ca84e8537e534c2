// The fake S3 is itself judged by a client that is not ours: the AWS SDK.
import { text } from 'node:stream/consumers'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FakeS3, startFakeS3 } from './fake-s3.ts'

let s3: FakeS3
let shift = 0
beforeAll(async () => {
  s3 = await startFakeS3(() => new Date(Date.now() + shift), { pageSize: 2 })
})
afterAll(() => s3.close())

const clientWith = (
  wrong: Partial<{ accessKey: string; secretKey: string; region: string }> = {},
) => {
  const { endpoint, accessKey, secretKey, region } = { ...s3, ...wrong }
  return new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
}
const at = (Key: string) => ({ Bucket: s3.bucket, Key })

describe('the fake S3 with the AWS SDK', () => {
  test('stores, tells about, gives, lists in pages and deletes objects', async () => {
    const client = clientWith()
    for (const name of ['a/1', 'a/2', "a/odd name +&'()*!~中文", 'b/1']) {
      await client.send(
        new PutObjectCommand({ ...at(name), Body: `<${name}>`, ContentType: 'text/x' }),
      )
    }
    const head = await client.send(new HeadObjectCommand(at('a/1')))
    expect([head.ContentLength, head.ContentType]).toEqual([5, 'text/x'])
    const odd = await client.send(new GetObjectCommand(at("a/odd name +&'()*!~中文")))
    expect(await odd.Body?.transformToString()).toBe("<a/odd name +&'()*!~中文>")
    const part = await client.send(new GetObjectCommand({ ...at('a/1'), Range: 'bytes=1-2' }))
    expect(await part.Body?.transformToString()).toBe('a/')
    expect(part.ContentRange).toBe('bytes 1-2/5')

    const first = await client.send(new ListObjectsV2Command({ Bucket: s3.bucket, Prefix: 'a/' }))
    const second = await client.send(
      new ListObjectsV2Command({
        Bucket: s3.bucket,
        Prefix: 'a/',
        ContinuationToken: first.NextContinuationToken,
      }),
    )
    expect([first.IsTruncated, second.IsTruncated]).toEqual([true, false])
    const keys = [...(first.Contents ?? []), ...(second.Contents ?? [])].map(({ Key }) => Key)
    expect(keys).toEqual(['a/1', 'a/2', "a/odd name +&'()*!~中文"])

    await client.send(new DeleteObjectCommand(at('a/1')))
    await expect(client.send(new GetObjectCommand(at('a/1')))).rejects.toThrow('NoSuchKey')
  })

  test.each([
    ['a wrong secret', { secretKey: 'other' }, 'SignatureDoesNotMatch'],
    ['an unknown key', { accessKey: 'other' }, 'InvalidAccessKeyId'],
    ['another region', { region: 'us-east-1' }, 'AuthorizationHeaderMalformed'],
  ])('refuses %s', async (_, wrong, code) => {
    const sent = clientWith(wrong).send(new PutObjectCommand({ ...at('x'), Body: 'x' }))
    await expect(sent).rejects.toThrow(code)
    expect(s3.keys()).not.toContain('x')
  })

  test('refuses a request signed 16 minutes ago', async () => {
    shift = 16 * 60_000
    const client = clientWith()
    // The SDK would learn the server's time from the refusal; one attempt is all it has.
    await expect(client.send(new GetObjectCommand(at('b/1')))).rejects.toThrow(
      'RequestTimeTooSkewed',
    )
    shift = 0
  })

  test('refuses a body that is not the signed one', async () => {
    const client = clientWith()
    client.middlewareStack.add(
      (next) => (args) => {
        ;(args.request as { body: string }).body = 'yyyy'
        return next(args)
      },
      { step: 'finalizeRequest', priority: 'low' },
    )
    const sent = client.send(new PutObjectCommand({ ...at('x'), Body: 'xxxx' }))
    await expect(sent).rejects.toThrow('XAmzContentSHA256Mismatch')
  })

  test('honours an address signed in its query and refuses every change of it', async () => {
    const url = new URL(
      await getSignedUrl(clientWith(), new GetObjectCommand(at('b/1')), { expiresIn: 60 }),
    )
    expect(await (await fetch(url)).text()).toBe('<b/1>')
    const changed = (change: (copy: URL) => void) => {
      const copy = new URL(url)
      change(copy)
      return fetch(copy).then(({ status }) => status)
    }
    const signature = url.searchParams.get('X-Amz-Signature') ?? ''
    const flipped = (signature.startsWith('0') ? '1' : '0') + signature.slice(1)
    expect(await changed((copy) => copy.searchParams.set('X-Amz-Signature', flipped))).toBe(403)
    expect(await changed((copy) => copy.searchParams.set('X-Amz-Expires', '600'))).toBe(403)
    expect(await changed((copy) => copy.searchParams.set('versionId', '1'))).toBe(403)
    expect(await changed((copy) => copy.searchParams.delete('X-Amz-Signature'))).toBe(403)
    shift = 61_000
    expect(await changed(() => {})).toBe(403)
    shift = 0
  })

  test('refuses requests without any signature', async () => {
    const response = await fetch(`${s3.endpoint}/${s3.bucket}/b/1`)
    expect([response.status, await text(response.body as never)]).toEqual([
      403,
      expect.stringContaining('AccessDenied'),
    ])
  })
})
