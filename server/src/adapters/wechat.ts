// WeChat's service API. Its answers are input from outside: status, size and shape are checked.
// code2session: GET /sns/jscode2session; errcode 40029 bad code, 40163 used code, 45011 too often.

export interface WeChat {
  /** Exchanges the code of wx.login. `null` when WeChat says the code is not good. */
  codeToSession(code: string): Promise<{ openid: string; unionid: string | null } | null>
}

/** WeChat did not answer as it should. */
export class WeChatFailed extends Error {}

const TIMEOUT_MS = 5_000
const BAD_CODE = new Set([40029, 40163, 40226])

export function makeWeChat(options: { url: string; appId: string; secret: string }): WeChat {
  return {
    async codeToSession(code) {
      const query = new URLSearchParams({
        appid: options.appId,
        secret: options.secret,
        js_code: code,
        grant_type: 'authorization_code',
      })
      const response = await fetch(`${options.url}/sns/jscode2session?${query}`, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
      }).catch((e: Error) => {
        throw new WeChatFailed(e.message)
      })
      if (!response.ok) throw new WeChatFailed(`HTTP ${response.status}`)
      const text = (await response.text()).slice(0, 10_000)
      const answer = parse(text)
      if (typeof answer.openid === 'string' && answer.openid !== '') {
        return {
          openid: answer.openid,
          unionid: typeof answer.unionid === 'string' ? answer.unionid : null,
        }
      }
      if (BAD_CODE.has(Number(answer.errcode))) return null
      throw new WeChatFailed(`errcode ${String(answer.errcode)}`)
    },
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    throw new WeChatFailed('not JSON')
  }
}
